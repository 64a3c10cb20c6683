import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_LABEL, stateOf } from "../../annotator/ui/components/desk/labels.js";
import { Ledger } from "../../annotator/ui/components/desk/ledger.js";
import { answer, answered, parts } from "./bench.js";

const label = (more) => ({ ...NO_LABEL, saved_at: "2026-01-01T10:00:00+00:00", ...more });
const state = (ledger, claim) => stateOf(ledger.labelOf(claim));

function open(labels = {}, undo = [], bench = parts()) {
  const ledger = new Ledger(bench);
  ledger.load(labels, undo);
  return ledger;
}

test("an answer shows at once, before the desk has it", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 2);
  assert.equal(state(ledger, "c1"), "supported");
  assert.equal(ledger.labelOf("c1").missing, "a citation that supports it");
});

test("what waits is applied in order on top of the desk's label", () => {
  const ledger = open({ c1: label({ verdict: "supported" }) });
  ledger.answer("c1", answer("contradicted"), 1);
  ledger.do("c1", { do: "cite", identifier: "10.1/x", stance: "contradicts", quote: "", place: "" });
  ledger.do("c1", { do: "note", rationale: "because" });
  const seen = ledger.labelOf("c1");
  assert.deepEqual([seen.verdict, seen.citations.length, seen.rationale, seen.missing], ["contradicted", 1, "because", null]);
});

test("an ack brings the desk's label, and what still waits stays on top of it", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  const message = ledger.outbox.message();
  ledger.do("c1", { do: "note", rationale: "typed since" });
  ledger.hear(answered(message, { labels: { c1: label({ verdict: "supported", search_note: "of the desk" }) } }));
  const seen = ledger.labelOf("c1");
  assert.deepEqual([seen.search_note, seen.rationale], ["of the desk", "typed since"]);
});

test("a refusal puts the claim back to what the desk has, and out of undo", () => {
  const ledger = open({ c1: label({ verdict: "unsupported" }) });
  ledger.answer("c1", answer("supported"), 1);
  const heard = ledger.hear(answered(ledger.outbox.message(), { refuse: () => true, labels: { c1: label({ verdict: "unsupported" }) } }));
  assert.equal(state(ledger, "c1"), "unsupported");
  assert.equal(heard.refused.length, 1);
  assert.equal(ledger.undo(), null);
});

test("a page run that read the labels before the ack does not take the answer back", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  ledger.hear(answered(ledger.outbox.message(), { labels: { c1: label({ verdict: "supported", saved_at: "2026-01-01T10:00:05+00:00" }) } }));
  ledger.load({ c1: label({ verdict: "unsupported", saved_at: "2026-01-01T10:00:00+00:00" }) }, []);
  assert.equal(state(ledger, "c1"), "supported");
  ledger.load({ c1: label({ verdict: "contradicted", saved_at: "2026-01-01T10:00:09+00:00" }) }, []);
  assert.equal(state(ledger, "c1"), "contradicted");
});

test("undo takes back an answer that is not saved yet, in the order of the keys", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  ledger.answer("c1", answer("contradicted"), 1);
  assert.equal(ledger.undo(), "c1");
  assert.equal(state(ledger, "c1"), "supported");
  const items = ledger.outbox.message().items;
  assert.deepEqual(items.map((item) => item.do), ["answer", "answer", "undo"]);
  assert.equal(items[2].undoes, items[1].key);
});

test("undo after the ack restores the answer before, and keeps the evidence", () => {
  const ledger = open();
  ledger.answer("c1", answer("supported"), 1);
  ledger.hear(answered(ledger.outbox.message(), { labels: { c1: label({ verdict: "supported", rationale: "kept" }) } }));
  ledger.undo();
  assert.deepEqual([state(ledger, "c1"), ledger.labelOf("c1").rationale], ["none", "kept"]);
});

test("sixty answers over three articles are undone one by one, newest first", () => {
  const ledger = open();
  const claims = Array.from({ length: 60 }, (_, index) => `article_${index % 3}/1@${index}-${index + 1}`);
  claims.forEach((claim) => ledger.answer(claim, answer("supported"), 1));
  ledger.hear(answered(ledger.outbox.message(), { labels: Object.fromEntries(claims.map((claim) => [claim, label({ verdict: "supported" })])) }));
  assert.deepEqual(claims.map(() => ledger.undo()), [...claims].reverse());
  assert.ok(claims.every((claim) => state(ledger, claim) === "none"));
  assert.equal(ledger.undo(), null);
});

test("answers of before the reload can be undone, by the desk's list", () => {
  const ledger = open({}, [{ key: "k1", claim_id: "c1" }, { key: "k2", claim_id: "c2" }]);
  assert.equal(ledger.undo(), "c2");
  assert.equal(ledger.outbox.message().items[0].undoes, "k2");
});

test("an answer that waits in storage can be undone after a reload, with what was before it", () => {
  const bench = parts();
  open({ c1: label({ verdict: "unsupported" }) }, [], bench).answer("c1", answer("supported"), 1);
  const reloaded = open({ c1: label({ verdict: "unsupported" }) }, [], bench);
  assert.equal(state(reloaded, "c1"), "supported");
  assert.equal(reloaded.undo(), "c1");
  assert.equal(state(reloaded, "c1"), "unsupported");
});

test("a list from the desk that is older than the last keys loses none and brings none back", () => {
  const ledger = open({}, [{ key: "k1", claim_id: "c1" }]);
  ledger.answer("c2", answer("supported"), 1);
  ledger.answer("c3", answer("supported"), 1);
  ledger.undo();
  ledger.load({}, [{ key: "k1", claim_id: "c1" }]);
  assert.equal(ledger.undo(), "c2");
  assert.equal(ledger.undo(), "c1");
  assert.equal(ledger.undo(), null);
});

test("what fell off the desk's list does not come up as the newest", () => {
  const ledger = open();
  const keys = ["c1", "c2", "c3"].map((claim) => {
    ledger.answer(claim, answer("supported"), 1);
    return ledger.answers.at(-1);
  });
  ledger.load({}, keys.slice(1).map(({ key, claim_id: claimId }) => ({ key, claim_id: claimId })));
  assert.deepEqual(ledger.answers.map((one) => one.claim_id), ["c2", "c3"]);
});

test("an undone answer does not come back with a list that still has it", () => {
  const ledger = open({}, [{ key: "k1", claim_id: "c1" }]);
  ledger.undo();
  ledger.load({}, [{ key: "k1", claim_id: "c1" }]);
  assert.equal(ledger.undo(), null);
});

const cite = (identifier, stance = "supports") => ({ do: "cite", identifier, stance, quote: "q", place: "p. 1", strength: "cohort" });
const SOURCE = { type: "pmid", identifier: "7", shown: "PMID 7", url: "https://pubmed.ncbi.nlm.nih.gov/7/" };

function withCitation() {
  const ledger = open();
  ledger.do("c1", cite("PMID 7"), { source: SOURCE });
  const [citation] = ledger.labelOf("c1").citations;
  ledger.remove("c1", citation, { do: "uncite", citation });
  return ledger;
}

test("a citation taken off is put back whole, once", () => {
  const ledger = withCitation();
  assert.equal(ledger.labelOf("c1").citations.length, 0);
  assert.equal(ledger.putBack().claim_id, "c1");
  const [{ type, identifier, stance, quote, place, strength }] = ledger.labelOf("c1").citations;
  assert.deepEqual([type, identifier, stance, quote, place, strength], ["pmid", "7", "supports", "q", "p. 1", "cohort"]);
  const { do: deed, identifier: sent } = ledger.outbox.message().items.at(-1);
  assert.deepEqual([deed, sent], ["cite", "PMID 7"]);
  assert.equal(ledger.putBack(), null);
});

test("an answer given after a removal is undone before it", () => {
  const ledger = withCitation();
  ledger.answer("c2", answer("supported"), 1);
  assert.equal(ledger.putBack(), null);
  assert.equal(ledger.undo(), "c2");
  assert.equal(ledger.putBack().claim_id, "c1");
});

test("a removal that the desk refused is not put back", () => {
  const ledger = withCitation();
  ledger.hear(answered(ledger.outbox.message(), { refuse: (item) => item.do === "uncite" }));
  assert.equal(ledger.putBack(), null);
});

test("what the desk confirms to one tab the other knows, and can undo once", () => {
  const here = open();
  const there = open({}, [], parts({ keys: 500 }));
  here.answer("c1", answer("supported"), 1);
  const saved = label({ verdict: "supported" });
  const { news } = here.hear(answered(here.outbox.message(), { labels: { c1: saved } }));
  const heard = there.learn(structuredClone(news));
  assert.deepEqual([...heard.claims], ["c1"]);
  there.learn(structuredClone(news)); // said twice, it still is one answer
  assert.deepEqual([state(there, "c1"), there.answers.length], ["supported", 1]);
  assert.equal(there.undo(), "c1");
  assert.deepEqual([state(there, "c1"), there.undo()], ["none", null]);
});

test("an undo in one tab leaves nothing to undo in the other", () => {
  const here = open({}, [{ key: "k1", claim_id: "c1" }]);
  const there = open({}, [{ key: "k1", claim_id: "c1" }], parts({ keys: 500 }));
  here.undo();
  there.learn(here.hear(answered(here.outbox.message(), { labels: { c1: label({}) } })).news);
  assert.equal(there.undo(), null);
});

test("older news of another tab does not take a newer answer back", () => {
  const ledger = open({ c1: label({ verdict: "supported", saved_at: "2026-01-01T10:00:09+00:00" }) });
  const item = { key: "k0", do: "note", claim_id: "c1" };
  assert.equal(ledger.learn([{ item, label: label({ verdict: "unsupported" }) }]).claims.size, 0);
  assert.equal(state(ledger, "c1"), "supported");
});

test("what an editor decided comes with the desk's answer, and with the next run of the page", () => {
  const ledger = open();
  ledger.decided({ c2: { editor: "Dr Ed", answer: "supported", rationale: "" } });
  const { item } = ledger.do("c1", { do: "answer", answer: answer("supported"), seconds: 1 });
  const decision = { editor: "Dr Ed", answer: "contradicted", rationale: "Why." };
  ledger.outbox.message();
  ledger.hear({ desk: ledger.outbox.desk, person: ledger.outbox.person, n: 1, acks: [{ key: item.key, claim_id: "c1", ok: true, label: label({ verdict: "supported" }), decision }], answers: [] });
  assert.deepEqual([...ledger.decisions], [["c2", { editor: "Dr Ed", answer: "supported", rationale: "" }], ["c1", decision]]);
});
