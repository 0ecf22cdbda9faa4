import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBlock } from "../src/grid/clipboard";
import { planPaste } from "../src/grid/paste-plan";

const CLASS = [
  { code: "2500000001", name: "Nguyễn Thị Ánh" },
  { code: "2500000002", name: "Trần Văn Bình" },
  { code: "2500000003", name: "Đặng Minh Châu" },
  { code: "2500000004", name: "Trần Văn Bình" },
];
const HERE = { row: 0, col: 0 };
const plan = (text: string, at = HERE) => planPaste(parseBlock(text), CLASS, at, 3);
const texts = (text: string, at = HERE) => plan(text, at).targets.map(({ row, col, text: mark }) => [row, col, mark]);

test("Excel's CRLF and its last line end make no extra row", () => assert.deepEqual(parseBlock("8\r\n7,5\r\n"), [["8"], ["7,5"]]));
test("blank cells stay in their places", () => assert.deepEqual(parseBlock("8\t\t9\n\t7\t"), [["8", "", "9"], ["", "7", ""]]));
test("a quoted cell may hold tabs, quotes and line ends", () => assert.deepEqual(parseBlock('"a\tb"\t"nói ""được"""\n"x\ny"\t1'), [["a b", 'nói "được"'], ["x y", "1"]]));
test("an apostrophe or a quote inside a cell is text", () => assert.deepEqual(parseBlock('5" ống\t1'), [['5" ống', "1"]]));
test("decomposed names come out composed", () => assert.deepEqual(parseBlock("Nguyễn Thị Ánh".normalize("NFD")), [["Nguyễn Thị Ánh"]]));
test("a blank row in the middle is kept, so nobody is shifted", () => assert.deepEqual(parseBlock("8\r\n\r\n9\r\n"), [["8"], [""], ["9"]]));

test("a plain column follows the focused cell down", () => assert.deepEqual(texts("8\n7\n9", { row: 1, col: 2 }), [[1, 2, "8"], [2, 2, "7"], [3, 2, "9"]]));
test("a blank in the block erases nothing", () => assert.deepEqual(texts("8\n\n9"), [[0, 0, "8"], [2, 0, "9"]]));
test("a column longer than the class is shown, not wrapped", () => assert.match(plan("1\n2\n3\n4\n5").mismatches[0]!, /1 ô nằm ngoài bảng/));
test("a block wider than the sheet is shown", () => assert.match(plan("1\t2", { row: 0, col: 2 }).mismatches[0]!, /1 ô/));

test("rows are found by pupil code, in whatever order", () => {
  assert.deepEqual(texts("2500000003\t9\n2500000001\t7,5"), [[2, 0, "9"], [0, 0, "7,5"]]);
  assert.equal(plan("2500000003\t9").matchedBy, "code");
});
test("code and name together: the marks stand to the right of both", () => assert.deepEqual(texts("1\t2500000001\tNguyễn Thị Ánh\t8\t9"), [[0, 0, "8"], [0, 1, "9"]]));
test("rows are found by name, in NFD and any case", () => assert.deepEqual(texts(`${"ĐẶNG MINH CHÂU".normalize("NFD")}\t6`), [[2, 0, "6"]]));
test("two pupils of one name are never guessed", () => {
  const made = plan("Trần Văn Bình\t6\nNguyễn Thị Ánh\t7");
  assert.deepEqual(made.targets.map((target) => target.row), [0]);
  assert.match(made.mismatches[0]!, /hai học sinh cùng tên/);
});
test("a pupil who is not in the class is shown and skipped", () => {
  const made = plan("2500000001\t7\n2599999999\t8\n2500000003\t9");
  assert.deepEqual(made.targets.map((target) => target.row), [0, 2]);
  assert.match(made.mismatches[0]!, /2599999999/);
});
test("a pupil twice in the block is shown; the first line counts", () => {
  const made = plan("2500000001\t7\n2500000001\t8");
  assert.deepEqual(made.targets.map((target) => target.text), ["7"]);
  assert.equal(made.mismatches.length, 1);
});
test("the block's own heading is no mismatch", () => assert.deepEqual(plan("Mã HS\tĐiểm\n2500000001\t7\n2500000003\t8").mismatches, []));
test("marks are never mistaken for codes", () => assert.equal(plan("10\n9\n8").matchedBy, "position"));
