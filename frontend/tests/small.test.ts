import assert from "node:assert/strict";
import { test } from "node:test";
import { size } from "../src/drop-zone";
import { follow, moveFor } from "../src/grid/moves";
import { newId } from "../src/uuid";

const ALL = { start: 0, end: 3, length: 3 };
const MIDDLE = { start: 1, end: 1, length: 3 };
const GRID = [["a", "b", null, "d"], [null, null, null, "h"], ["i", "j", "k", "l"]];
const from = (row: number, col: number, key: string, shift = false, control = false) => follow(GRID, row, col, moveFor(key, shift, control, ALL)!);

test("Enter goes to the next pupil, Shift+Enter back", () => {
  assert.equal(from(0, 3, "Enter"), "h");
  assert.equal(from(1, 3, "Enter", true), "d");
});
test("locked cells are stepped over", () => {
  assert.equal(from(0, 0, "ArrowDown"), "i");
  assert.equal(from(0, 1, "ArrowRight"), "d");
});
test("the sheet's edge is an edge", () => {
  assert.equal(from(2, 0, "ArrowDown"), null);
  assert.equal(from(0, 0, "ArrowLeft"), null);
});
test("Home and End go to the row's ends, with Control to the column's", () => {
  assert.equal(from(2, 2, "Home"), "i");
  assert.equal(from(2, 0, "End"), "l");
  assert.equal(from(0, 3, "End", false, true), "l");
});
test("arrows inside the text belong to the text", () => {
  assert.equal(moveFor("ArrowLeft", false, false, MIDDLE), null);
  assert.equal(moveFor("ArrowRight", false, false, MIDDLE), null);
  assert.equal(moveFor("a", false, false, ALL), null);
});
test("an id is a version 4 UUID also where randomUUID is missing", () => {
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(newId(), shape);
  const real = crypto.randomUUID;
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  assert.match(newId(), shape);
  Object.defineProperty(crypto, "randomUUID", { value: real, configurable: true });
});
test("sizes are told in words", () => assert.deepEqual([size(10), size(12_345), size(1_500_000)], ["1 kB", "12 kB", "1,5 MB"]));
