// What was said of an earlier wording: what of it can be said again, and which deeds do it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { evidenceAgain, isSaidAgain, sayable } from "../../annotator/ui/components/desk/before.js";
import { bringAlong } from "../../annotator/ui/components/desk/drafts.js";
import { NO_LABEL } from "../../annotator/ui/components/desk/labels.js";
import { Shelf } from "../../annotator/ui/components/desk/shelf.js";
import { FakeStorage } from "./bench.js";

const CITED = { type: "pmid", identifier: "1", shown: "1", url: "https://x/1", stance: "supports", quote: "so", place: "p. 2", strength: "cohort" };
const said = (more) => ({ ...NO_LABEL, verdict: "supported", ...more });

test("a verdict, a kind or evidence alone can be said again, a skip cannot", () => {
  const earlier = [said(), said({ verdict: null, kind: "other" }), said({ verdict: null, skipped: true }), said({ verdict: null }), null];
  const noted = said({ verdict: null, skipped: true, rationale: "as shown" });

  assert.deepEqual(sayable([...earlier, noted].map((label) => ({ label }))).map(({ label }) => label), [...earlier.slice(0, 2), noted]);
});

test("its evidence comes with it: each citation by a name that the desk reads, and the notes", () => {
  const deeds = evidenceAgain(said({ citations: [CITED], rationale: "as shown", confidence: "high" }), NO_LABEL);

  assert.deepEqual(deeds.map(({ deed }) => deed), [
    { do: "cite", identifier: "PMID 1", stance: "supports", quote: "so", place: "p. 2", strength: "cohort" },
    { do: "note", rationale: "as shown", confidence: "high" },
  ]);
  assert.equal(deeds[0].local.source.url, "https://x/1");
});

test("what stands there already stays as it is", () => {
  const now = { ...NO_LABEL, citations: [CITED], rationale: "something newer" };

  assert.deepEqual(evidenceAgain(said({ citations: [CITED], rationale: "as shown" }), now), []);
});

test("it is said again once the answer and all its evidence are there", () => {
  const before = said({ citations: [CITED] });

  assert.equal(isSaidAgain(before, NO_LABEL), false);
  assert.equal(isSaidAgain(before, said()), false);
  assert.equal(isSaidAgain(before, said({ citations: [CITED], rationale: "more" })), true);
  assert.equal(isSaidAgain(before, { ...before, verdict: "contradicted" }), false);
});

test("evidence alone is said again once it is there, whatever the answer is", () => {
  const noted = said({ verdict: null, rationale: "as shown" });

  assert.equal(isSaidAgain(noted, NO_LABEL), false);
  assert.equal(isSaidAgain(noted, said({ rationale: "as shown" })), true);
});

test("what is typed goes along with a claim that is unchanged, and never over something newer", () => {
  const drafts = new Shelf(new FakeStorage(), "d.");
  drafts.put("a/1@0-1.cite", { identifier: "old" });
  drafts.put("a/1@0-1.note", { rationale: "old" });
  drafts.put("a/2@5-6.note", { rationale: "newer" });

  bringAlong(drafts, { "a/1@0-1": "a/2@5-6", "a/1@2-3": "a/2@7-8" });

  assert.deepEqual(drafts.get("a/2@5-6.cite"), { identifier: "old", from: "a/1@0-1" });
  assert.equal(drafts.get("a/1@0-1.cite"), null);
  assert.deepEqual(drafts.get("a/2@5-6.note"), { rationale: "newer" });
  assert.deepEqual(drafts.get("a/1@0-1.note"), { rationale: "old" });
});
