// When the desk is asked about the typed source, and which answer is the one that was waited for.

import assert from "node:assert/strict";
import { test } from "node:test";

import { SourceQuestion } from "../../annotator/ui/components/desk/question.js";

function asking(timers, typed = { text: "PMID 5", quote: "", pasted: "" }) {
  timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  return { typed, sent, question: new SourceQuestion(() => typed, (fields) => sent.push(fields)) };
}

test("what is typed on is asked about once, when the typing pauses", ({ mock }) => {
  const { sent, question } = asking(mock.timers);
  question.soon(200);
  mock.timers.tick(150);
  question.soon(200);
  mock.timers.tick(150);
  assert.equal(sent.length, 0);
  mock.timers.tick(50);
  assert.equal(sent.length, 1);
});

test("an answer to what stands there no more is not heard", ({ mock }) => {
  const { typed, question } = asking(mock.timers);
  question.now();
  assert.equal(question.heard({ n: 7 }), null);
  assert.equal(question.heard({ n: 1, failed: true }), null);
  assert.equal(question.heard({ n: 1 }).text, "PMID 5");
  typed.text = "PMID 55";
  assert.equal(question.heard({ n: 1 }), null);
});

test("a look-up is asked after for longer than the ten seconds that it may take, and not for ever", ({ mock }) => {
  const { sent, question } = asking(mock.timers);
  question.now();
  let waited = 0;
  for (let before = 0; before < sent.length; ) {
    before = sent.length;
    question.again();
    for (let at = 0; at < 100 && sent.length === before; at += 1, waited += 100) mock.timers.tick(100);
  }
  assert.ok(waited > 10_000 + 2_000);
  assert.ok(sent.length < 12);
});

test("what is dropped is not asked", ({ mock }) => {
  const { sent, question } = asking(mock.timers);
  question.soon(200);
  question.drop();
  mock.timers.tick(10_000);
  assert.equal(sent.length, 0);
});
