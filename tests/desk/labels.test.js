import assert from "node:assert/strict";
import { test } from "node:test";

import {
  NO_LABEL, citationKey, isInQueue, labelAfter, missingEvidence, skipAnswer, stateOf, turnedAnswer, verdictAnswer,
} from "../../annotator/ui/components/desk/labels.js";
import { unit } from "./bench.js";

const label = (more) => ({ ...NO_LABEL, ...more });
const cited = (stance) => ({ type: "doi", identifier: "10.1/x", shown: "10.1/X", url: "https://doi.org/10.1/X", stance, quote: "", place: "" });

const MISSING = [
  ["nothing answered", {}, null],
  ["supported, no citation", { verdict: "supported" }, "a citation that supports it"],
  ["supported, cited against", { verdict: "supported", citations: [cited("contradicts")] }, "a citation that supports it"],
  ["supported and cited", { verdict: "supported", citations: [cited("supports")] }, null],
  ["contradicted, context only", { verdict: "contradicted", citations: [cited("context")] }, "a citation that contradicts it"],
  ["contradicted and cited", { verdict: "contradicted", citations: [cited("contradicts")] }, null],
  ["unsupported, blank note", { verdict: "unsupported", search_note: " \n" }, "a search note"],
  ["unsupported, searched", { verdict: "unsupported", search_note: "PubMed, today" }, null],
];
for (const [why, given, missing] of MISSING) {
  test(`the evidence a verdict lacks: ${why}`, () => assert.equal(missingEvidence(label(given)), missing));
}

const claim = unit("c", {});
const heading = unit("h", { kind: "heading", check: false });
const advice = unit("a", { kind: "advice", check: false });
const QUEUE = [
  ["a claim", claim, {}, true, "none"],
  ["a heading", heading, {}, false, "none"],
  ["a claim said to be none", claim, { kind: "other" }, false, "not_a_claim"],
  ["a heading made a claim", heading, { kind: "claim" }, true, "none"],
  ["a heading with a verdict", heading, { verdict: "supported" }, true, "supported"],
  ["a skipped claim", claim, { skipped: true }, true, "skipped"],
];
for (const [why, given, more, inQueue, state] of QUEUE) {
  test(`in the queue or not, and the state: ${why}`, () => {
    assert.equal(isInQueue(given, label(more)), inQueue);
    assert.equal(stateOf(label(more)), state);
  });
}

test("not a claim goes both ways on every kind of unit", () => {
  for (const given of [claim, heading, advice]) {
    const first = turnedAnswer(given, NO_LABEL);
    const second = turnedAnswer(given, label(first));
    const third = turnedAnswer(given, label(second));
    const inQueue = [first, second, third].map((one) => isInQueue(given, label(one)));
    assert.deepEqual(inQueue, given.check ? [false, true, false] : [true, false, true]);
  }
});

test("a unit made a claim keeps a kind that can be checked", () => {
  assert.equal(turnedAnswer(advice, NO_LABEL).kind, "advice");
  assert.equal(turnedAnswer(heading, NO_LABEL).kind, "claim");
});

test("a verdict makes a claim of what was none, and leaves a kind that was given", () => {
  assert.deepEqual(verdictAnswer(claim, label({ kind: "other" }), "supported"), { verdict: "supported", kind: null, skipped: false });
  assert.equal(verdictAnswer(heading, NO_LABEL, "supported").kind, "claim");
  assert.equal(verdictAnswer(claim, label({ kind: "table_row" }), "supported").kind, "table_row");
});

test("a skip has no verdict", () => {
  assert.deepEqual(skipAnswer(label({ kind: "claim" })), { verdict: null, kind: "claim", skipped: true });
});

test("a citation shows as the desk parsed it, or as typed while the desk has not", () => {
  const item = { do: "cite", identifier: "doi:10.1/X", stance: "supports", quote: "q", place: "p" };
  const { type, identifier, shown, url } = cited("supports");
  assert.equal(labelAfter(NO_LABEL, { item, source: { type, identifier, shown, url } }).citations[0].shown, "10.1/X");
  assert.deepEqual(labelAfter(NO_LABEL, { item }).citations[0], {
    type: "", identifier: "doi:10.1/X", shown: "doi:10.1/X", url: "", stance: "supports", quote: "q", place: "p", strength: null, waiting: true,
  });
});

test("a citation is taken off by what names it", () => {
  const given = label({ citations: [cited("supports"), cited("context")] });
  const item = { do: "uncite", citation: citationKey(cited("supports")) };
  assert.deepEqual(labelAfter(given, { item }).citations, [cited("context")]);
});

test("a citation is weighed where it stands", () => {
  const given = label({ citations: [cited("supports"), cited("context")] });
  const weigh = (citation, strength) => ({ item: { do: "weigh", citation: citationKey(citation), strength } });
  const after = labelAfter(given, weigh(cited("supports"), "cohort"));
  assert.deepEqual(after.citations, [{ ...cited("supports"), strength: "cohort" }, cited("context")]);
  assert.equal(labelAfter(after, weigh(after.citations[0], "")).citations[0].strength, null);
});

test("the same citation twice is one", () => {
  const { stance, quote, place, ...source } = cited("supports");
  const entry = { item: { do: "cite", identifier: "10.1/x", stance, quote, place }, source };
  assert.equal(labelAfter(label({ citations: [cited("supports")] }), entry).citations.length, 1);
});
