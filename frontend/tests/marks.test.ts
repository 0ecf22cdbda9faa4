import assert from "node:assert/strict";
import { test } from "node:test";
import { read, show, type Column } from "../src/grid/marks";

const MARK: Column = { kind: "mark" };
const COMMENT: Column = { kind: "choice", choices: ["Đ", "CĐ"] };

for (const [typed, value] of [
  ["7,5", "7.5"], ["7.5", "7.5"], ["8", "8"], ["8,0", "8"], ["8.00", "8"], ["10", "10"], ["10,0", "10"], ["0", "0"], ["0,5", "0.5"], [" 9 ", "9"], ["\u00a09", "9"], ["", ""],
] as const) {
  test(`a mark typed as "${typed}" is ${value || "blank"}`, () => assert.deepEqual(read(typed, MARK), { kind: "value", value }));
}

for (const [typed, meant] of [["85", "8.5"], ["75", "7.5"], ["90", "9"], ["100", "10"]] as const) {
  test(`"${typed}" is asked about, never taken silently`, () => assert.deepEqual(read(typed, MARK), { kind: "ask", meant }));
}

for (const typed of ["11,5", "10,5", "105", "850", "-1", "abc", "7,25", "7,,5", ",5", "7 5", "1e1", "08", "05", "٧"]) {
  test(`"${typed}" is a problem`, () => assert.equal(read(typed, MARK).kind, "problem"));
}

for (const [typed, value] of [["đ", "Đ"], ["d", "Đ"], ["CD", "CĐ"], ["cđ", "CĐ"], ["Đ".normalize("NFD"), "Đ"], ["", ""]] as const) {
  test(`a comment typed as "${typed}" is ${value || "blank"}`, () => assert.deepEqual(read(typed, COMMENT), { kind: "value", value }));
}

test("a mark in a comment column is a problem", () => assert.equal(read("8", COMMENT).kind, "problem"));
test("a remark is kept as written, in NFC", () => assert.deepEqual(read("Chăm học ".normalize("NFD"), { kind: "text" }), { kind: "value", value: "Chăm học" }));
test("marks are shown with a comma, remarks untouched", () => {
  assert.equal(show("7.5", MARK), "7,5");
  assert.equal(show("3.5 km", { kind: "text" }), "3.5 km");
});
