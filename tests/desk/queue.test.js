import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_LABEL } from "../../annotator/ui/components/desk/labels.js";
import { Queue, sequence } from "../../annotator/ui/components/desk/queue.js";
import { unit } from "./bench.js";

/** One letter a unit: t title, . claim, s supported, o supported and open, x not a claim, k skipped, r title raised. */
function queue(letters) {
  const labels = {
    s: { verdict: "supported" }, o: { verdict: "supported", missing: "a citation that supports it" },
    x: { kind: "other" }, k: { skipped: true }, r: { kind: "claim" },
  };
  const units = [...letters].map((letter, at) =>
    unit(String(at), "tr".includes(letter) ? { kind: "title", check: false } : {}));
  return new Queue(units, (id) => ({ ...NO_LABEL, ...labels[letters[Number(id)]] }));
}

const NEXT = [
  ["the one after", "s..", 0, 1],
  ["past what is answered and what is no claim", "sxto.", 0, 4],
  ["from the top again", "..s", 2, 0],
  ["skipped ones last", ".ks", 1, 0],
  ["a skipped one when nothing else is left", "sks", 0, 1],
  ["a raised title", "sr", 0, 1],
  ["none when all is answered", "sxot", 0, -1],
  ["itself when it is the only one left", "s.s", 1, 1],
];
for (const [why, letters, from, expected] of NEXT) {
  test(`the next unanswered claim: ${why}`, () => assert.equal(queue(letters).nextUnanswered(from), expected));
}

test("a verdict does not lead to the skipped ones", () => {
  assert.equal(queue("sks").nextUnanswered(0, false), -1);
});

test("back and next keep to the queue, line by line does not", () => {
  const one = queue(".tx.");
  assert.equal(one.beside(0, 1), 3);
  assert.equal(one.beside(0, 1, true), 1);
  assert.equal(one.beside(3, -1), 0);
  assert.equal(one.beside(0, -1), -1);
});

test("the next open one comes round", () => {
  assert.equal(queue("o.o.").nextOpen(2), 0);
  assert.equal(queue("s...").nextOpen(0), -1);
});

test("the progress counts each state once, and the place within the queue", () => {
  const { total, answered, skipped, open, counts, place } = queue("t.sokxr").progress(3);
  assert.deepEqual([total, answered, skipped, open, place], [5, 2, 1, 1, 3]);
  assert.deepEqual(counts, { none: 2, supported: 2, unsupported: 0, contradicted: 0, skipped: 1, not_a_claim: 1 });
});

const HARM_FIRST = [
  ["the most urgent first, equal ones as they stand", [0, 512, 64, 512], [1, 3, 2, 0]],
  ["as they stand where nothing is urgent", [0, 0], [0, 1]],
];
for (const [why, urgencies, expected] of HARM_FIRST) {
  test(`harm first: ${why}`, () => {
    const units = urgencies.map((urgency, at) => unit(String(at), { urgency }));
    assert.deepEqual(sequence(units, true), expected);
    assert.deepEqual(sequence(units, false), units.map((_, at) => at));
  });
}

test("harm first: next, back, the next unanswered and the place follow the order, line by line does not", () => {
  const units = [0, 512, 64].map((urgency, at) => unit(String(at), { urgency }));
  const one = new Queue(units, (id) => ({ ...NO_LABEL, verdict: id === "1" ? "supported" : null }));
  one.follow(sequence(units, true));
  assert.deepEqual([one.beside(1, 1), one.beside(2, 1), one.beside(0, 1)], [2, 0, -1]);
  assert.deepEqual([one.beside(0, -1), one.beside(units.length, -1)], [2, 0]);
  assert.equal(one.beside(0, 1, true), 1);
  assert.deepEqual([one.nextUnanswered(-1), one.nextUnanswered(2)], [2, 0]);
  assert.deepEqual([1, 2, 0].map((index) => one.progress(index).place), [1, 2, 3]);
});
