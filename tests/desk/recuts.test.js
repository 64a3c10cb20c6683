import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_LABEL, kindAnswer } from "../../annotator/ui/components/desk/labels.js";
import { Ledger } from "../../annotator/ui/components/desk/ledger.js";
import { mergeReasons, moveDrafts, splitReasons, standsFor } from "../../annotator/ui/components/desk/recuts.js";
import { Shelf } from "../../annotator/ui/components/desk/shelf.js";
import { FakeStorage, answer, answered, parts, unit } from "./bench.js";

const MERGED = { act: "merge", retired: ["c1", "c2"], made: ["c12"] };
const UNMERGED = { act: "undo", retired: ["c12"], made: ["c1", "c2"] };

function open(undo = [], bench = parts()) {
  const ledger = new Ledger(bench);
  ledger.load({}, undo);
  return ledger;
}

/** The desk's answer to all that waits: recuts are `recut`, the rest saved, or refused with `refusal`. */
function heard(ledger, recut, refusal = null) {
  const data = answered(ledger.outbox.message());
  data.acks = data.acks.map((ack) => (refusal ? { ...ack, ok: false, reason: "no", ...refusal } : { key: ack.key, ok: true, claim_id: ack.claim_id, recut }));
  return ledger.hear(data);
}

function merged() {
  const ledger = open();
  ledger.recut("c1", { do: "merge", next: "c2" });
  return ledger;
}

test("both units of a merge wait for the desk, and no other", () => {
  const ledger = merged();
  assert.deepEqual(["c1", "c2", "c3"].map((id) => ledger.isRecutting(id)), [true, true, false]);
  assert.equal(ledger.waitsForRecut, true);
  const { key, ...item } = ledger.outbox.message().items[0];
  assert.deepEqual([item.do, item.claim_id, item.next, key.length], ["merge", "c1", "c2", 32]);
});

test("after the desk's word they are gone until the article comes with them or without", () => {
  const ledger = merged();
  const { recuts, isGone } = heard(ledger, MERGED);
  assert.deepEqual([recuts, isGone], [[MERGED], false]);
  assert.deepEqual(["c1", "c2", "c12"].map((id) => ledger.isRecutting(id)), [true, true, false]);
  assert.equal(ledger.waitsForRecut, false);
  ledger.meet([unit("c1")]);
  assert.equal(ledger.isRecutting("c1"), false);
});

test("undo takes a merge back by what it made, and what was answered before it after that", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  ledger.outbox.message();
  ledger.recut("c1", { do: "merge", next: "c2" });
  const data = answered(ledger.outbox.message());
  data.acks[1] = { key: data.acks[1].key, ok: true, claim_id: "c1", recut: MERGED };
  ledger.hear(data);
  assert.equal(ledger.undo(), "c12");
  const [item] = ledger.outbox.message().items;
  assert.deepEqual([item.do, item.claim_id, item.undoes], ["unrecut", "c12", data.acks[1].key]);
  assert.equal(ledger.isRecutting("c12"), true);
  heard(ledger, UNMERGED);
  assert.deepEqual(["c1", "c12"].map((id) => ledger.isRecutting(id)), [false, true]);
  assert.equal(ledger.undo(), "c1");
  assert.equal(ledger.outbox.message().items[0].do, "undo");
});

test("an answer on the new unit is undone before the merge", () => {
  const ledger = merged();
  heard(ledger, MERGED);
  ledger.answer("c12", answer("contradicted"), 1);
  assert.deepEqual([ledger.undo(), ledger.undo()], ["c12", "c12"]);
  assert.deepEqual(ledger.outbox.message().items.map((item) => item.do), ["answer", "undo", "unrecut"]);
});

test("a refused merge leaves the units as they are, and nothing to undo", () => {
  const ledger = merged();
  const { refused, isGone } = heard(ledger, null, { gone: false });
  assert.deepEqual([refused.length, isGone], [1, false]);
  assert.equal(ledger.isRecutting("c1"), false);
  assert.equal(ledger.undo(), null);
});

test("an answer refused because its claim is gone is kept as refused, and the claim waits for the new article", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  const { isGone } = heard(ledger, null, { gone: true, label: null });
  assert.equal(isGone, true);
  assert.equal(ledger.isRecutting("c1"), true);
  assert.equal(ledger.outbox.refused[0].item.answer.verdict, "supported");
});

test("a merge that waits in storage is sent after a reload, and can be undone", () => {
  const bench = parts();
  open([], bench).recut("c1", { do: "merge", next: "c2" });
  const reloaded = open([], bench);
  assert.equal(reloaded.isRecutting("c2"), true);
  heard(reloaded, MERGED);
  assert.equal(reloaded.undo(), "c12");
});

test("the desk's list brings answers and recuts of before in their order", () => {
  const before = { verdict: null, kind: null, skipped: false };
  const ledger = open([
    { key: "k1", claim_id: "c5", act: "answer", before, made: [] },
    { key: "k2", claim_id: "c12", act: "merge", before, made: ["c12"] },
  ]);
  assert.equal(ledger.undo(), "c12");
  assert.equal(ledger.outbox.message().items[0].undoes, "k2");
});

test("what one tab cut anew the other knows, and can undo", () => {
  const here = merged();
  const there = open([], parts({ keys: 500 }));
  const { news } = heard(here, MERGED);
  const { recuts } = there.learn(structuredClone(news));
  assert.deepEqual(recuts, [MERGED]);
  assert.equal(there.isRecutting("c2"), true);
  assert.equal(there.undo(), "c12");
});

test("the article in hand is asked for anew, but not in the place of another one", () => {
  const { outbox } = merged();
  outbox.refreshArticle("garlic");
  assert.deepEqual([outbox.open.slug, outbox.open.isRefresh], ["garlic", true]);
  outbox.requestArticle("zinc");
  outbox.refreshArticle("garlic");
  assert.equal(outbox.open.slug, "zinc");
  assert.equal("isRefresh" in outbox.open, false);
});

const part = (more = {}, label = {}) => ({ unit: unit("c", more), label: { ...NO_LABEL, ...label }, byOthers: false });

test("two claims that nobody labelled are merged without a question", () => {
  assert.deepEqual(mergeReasons([part(), part()]), []);
});

test("a question says what is at stake", () => {
  const heading = { kind: "heading", check: false };
  assert.deepEqual(mergeReasons([part({}, { verdict: "supported" }), part(heading)]), ["You answered the first: Supported.", "The second is outside the queue: heading."]);
  assert.deepEqual(mergeReasons([{ ...part(), byOthers: true }, part({}, { rationale: "r" })]), ["Somebody else has labelled the first.", "You gave evidence on the second."]);
  assert.deepEqual(mergeReasons([part({}, { verdict: null, kind: "other" }), part()]), ["You answered the first: Not a claim."]);
});

test("a split says the same of the one", () => {
  assert.deepEqual(splitReasons(part()), []);
  assert.deepEqual(splitReasons({ ...part({}, { verdict: "supported" }), byOthers: true }), ["You answered it: Supported.", "Somebody else has labelled it."]);
  assert.deepEqual(splitReasons(part({}, { search_note: "PubMed" })), ["You gave evidence on it."]);
});

test("an id leads to its unit, or to what stands in its place", () => {
  const isUnit = (id) => ["a", "b"].includes(id);
  assert.equal(standsFor("a", isUnit, { a: ["b"] }), "a");
  assert.equal(standsFor("x", isUnit, { x: ["y", "b"] }), "b");
  assert.equal(standsFor("x", isUnit), undefined);
  assert.equal(standsFor(undefined, isUnit, {}), undefined);
});

test("what was typed goes with the words, and over nothing newer", () => {
  const drafts = new Shelf(new FakeStorage(), "d.");
  drafts.put("c1.cite", { identifier: "10.1/a" });
  drafts.put("c2.cite", { identifier: "10.1/b" });
  drafts.put("c2.note", { rationale: "because" });
  moveDrafts(drafts, { c1: ["c12"], c2: ["c12"], c3: [] });
  assert.deepEqual(drafts.get("c12.cite"), { identifier: "10.1/a", from: "c1" });
  assert.deepEqual(drafts.get("c12.note"), { rationale: "because", isHeld: true, from: "c2" });
  assert.deepEqual([drafts.get("c1.cite"), drafts.get("c2.cite")], [null, { identifier: "10.1/b" }]);
});

test("another kind keeps the verdict where a source could settle it, and takes it away where none could", () => {
  const said = { ...NO_LABEL, verdict: "supported" };
  assert.deepEqual(kindAnswer(unit("c"), said, "advice"), { verdict: "supported", kind: "advice", skipped: false });
  assert.deepEqual(kindAnswer(unit("c"), said, "heading"), { verdict: null, kind: "heading", skipped: false });
  assert.deepEqual(kindAnswer(unit("c"), { ...NO_LABEL, skipped: true }, "list_item"), { verdict: null, kind: "list_item", skipped: true });
  assert.deepEqual(kindAnswer(unit("c"), NO_LABEL, "claim"), { verdict: null, kind: null, skipped: false });
  const idle = unit("c", { kind: "advice", check: false });
  assert.deepEqual(kindAnswer(idle, NO_LABEL, "advice"), { verdict: null, kind: "advice", skipped: false });
});
