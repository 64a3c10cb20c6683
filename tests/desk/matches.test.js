import assert from "node:assert/strict";
import { test } from "node:test";

import { matchWords, matchesAfter } from "../../annotator/ui/components/desk/matches.js";

const match = (kind, holds = null, more = {}) => ({ kind, holds, claim_id: "b/1@0-5", decided_by: "Dr Ada", ...more });
const waiting = (kind, holds, more = {}) => ({ item: { do: "match", kind, holds, claim_id: "a/1@0-5", other: "b/1@0-5", ...more } });

const WORDS = [
  ["nothing", [], ""],
  ["one of each", [match("repeat"), match("conflict")], "Like 1 other claim · 1 conflict"],
  ["several", [match("repeat"), match("repeat"), match("conflict"), match("conflict")], "Like 2 other claims · 2 conflicts"],
  ["conflicts alone", [match("conflict")], "1 conflict"],
  ["what was dismissed does not count", [match("repeat", false), match("conflict", true)], "1 conflict"],
  ["all dismissed", [match("repeat", false)], ""],
];
for (const [why, matches, words] of WORDS) test(`the line says: ${why}`, () => assert.equal(matchWords(matches), words));

const DECISIONS = [
  ["nothing waits", [], null],
  ["a decision", [waiting("conflict", false)], false],
  ["the last of two", [waiting("conflict", false), waiting("conflict", null)], null],
  ["one from the other claim's side", [waiting("conflict", true, { claim_id: "b/1@0-5", other: "a/1@0-5" })], true],
  ["one of another kind", [waiting("repeat", false)], null],
  ["one about another claim", [waiting("conflict", false, { other: "c/1@0-5" })], null],
  ["something else", [{ item: { do: "answer", claim_id: "a/1@0-5" } }], null],
];
for (const [why, entries, holds] of DECISIONS) {
  test(`what waits counts: ${why}`, () => assert.equal(matchesAfter("a/1@0-5", [match("conflict")], entries)[0].holds, holds));
}
