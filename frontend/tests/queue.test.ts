import assert from "node:assert/strict";
import { test } from "node:test";
import { SaveQueue, type Batch, type CellResult, type Edit, type Kept, type Ports, type Sent } from "../src/grid/queue";

const edit = (row: string, value: string, version = 1): Edit => ({ row, col: "tx1", value, version });
const saved = (cell: Edit): CellResult => ({ ...cell, status: "saved", version: cell.version + 1 });
const answered = (batch: Batch): Sent => ({ kind: "answered", reply: { cells: batch.cells.map(saved) } });

function bench(script: ((batch: Batch) => Sent | Promise<Sent>)[], kept: Kept | null = null) {
  const sent: Batch[] = [];
  const refused: string[] = [];
  let shelf: Kept | null = kept;
  let ids = 0;
  const ports: Ports = {
    send: async (batch) => {
      sent.push(structuredClone(batch));
      return (script.shift() ?? answered)(batch);
    },
    keep: (state) => (shelf = structuredClone(state)),
    newId: () => `batch-${++ids}`,
    onSending: () => undefined,
    onAnswer: () => undefined,
    onRefused: (_, message) => refused.push(message),
  };
  return { queue: new SaveQueue(ports, kept), sent, refused, shelf: () => shelf };
}

test("a pasted column of 45 travels in one request", async () => {
  const { queue, sent, shelf } = bench([]);
  queue.put(Array.from({ length: 45 }, (_, row) => edit(String(row), "8")));
  assert.equal(await queue.flush(), "answered");
  assert.deepEqual(sent.map((batch) => batch.cells.length), [45]);
  assert.equal(shelf(), null);
});

test("what is typed is on the shelf before anything is sent", () => {
  const { queue, shelf } = bench([]);
  queue.put([edit("a", "8")]);
  assert.deepEqual(shelf(), { sending: null, waiting: [edit("a", "8")] });
});

test("a lost connection keeps the batch and its id for the replay", async () => {
  const { queue, sent, shelf } = bench([() => ({ kind: "later" })]);
  queue.put([edit("a", "8")]);
  assert.equal(await queue.flush(), "later");
  assert.equal(shelf()!.sending!.batch, "batch-1");
  assert.equal(await queue.flush(), "answered");
  assert.deepEqual(sent[0], sent[1]);
});

test("after a reload the same batch is replayed under the same id, then the rest", async () => {
  const kept = { sending: { batch: "before", cells: [edit("a", "8")] }, waiting: [edit("b", "9")] };
  const { queue, sent } = bench([], kept);
  assert.equal(queue.unconfirmed.length, 2);
  await queue.flush();
  assert.deepEqual(sent.map((batch) => batch.batch), ["before", "batch-1"]);
});

test("an ended session loses nothing", async () => {
  const { queue, shelf } = bench([() => ({ kind: "signed-out" })]);
  queue.put([edit("a", "8")]);
  assert.equal(await queue.flush(), "signed-out");
  assert.equal(queue.unconfirmed.length, 1);
  assert.notEqual(shelf(), null);
});

test("an edit made while the same cell travels waits, and goes on from the version that came back", async () => {
  let queue: SaveQueue;
  const made = bench([(batch) => (queue.put([edit("a", "9")]), answered(batch))]);
  queue = made.queue;
  queue.put([edit("a", "8")]);
  await queue.flush();
  assert.deepEqual(made.sent.map((batch) => [batch.cells[0]!.value, batch.cells[0]!.version]), [["8", 1], ["9", 2]]);
});

test("a conflict stops the edit behind it until a person decides", async () => {
  let queue: SaveQueue;
  const conflict = (batch: Batch): Sent => ({ kind: "answered", reply: { cells: [{ ...batch.cells[0]!, status: "conflict", value: "5", version: 7 }] } });
  const made = bench([(batch) => (queue.put([edit("a", "9")]), conflict(batch))]);
  queue = made.queue;
  queue.put([edit("a", "8")]);
  await queue.flush();
  assert.equal(made.sent.length, 1);
  assert.equal(queue.unconfirmed.length, 0);
});

test("only the newest value of a cell is sent", async () => {
  const { queue, sent } = bench([]);
  queue.put([edit("a", "8")]);
  queue.put([edit("a", "")]);
  await queue.flush();
  assert.deepEqual(sent[0]!.cells.map((cell) => cell.value), [""]);
});

test("a refusal is told once and does not block what follows", async () => {
  const { queue, sent, refused } = bench([() => ({ kind: "refused", message: "đã khoá" })]);
  queue.put([edit("a", "8")]);
  await queue.flush();
  queue.put([edit("b", "8")]);
  await queue.flush();
  assert.deepEqual(refused, ["đã khoá"]);
  assert.equal(sent[1]!.cells[0]!.row, "b");
});

test("two flushes at once send once", async () => {
  const { queue, sent } = bench([]);
  queue.put([edit("a", "8")]);
  await Promise.all([queue.flush(), queue.flush()]);
  assert.equal(sent.length, 1);
});
