// What the desk refused, as it is told: a box a claim, a line a reason.

import assert from "node:assert/strict";
import { test } from "node:test";

import { strayDrafts } from "../../annotator/ui/components/desk/drafts.js";
import { refusalsByClaim } from "../../annotator/ui/components/desk/notices.js";
import { Shelf } from "../../annotator/ui/components/desk/shelf.js";
import { FakeStorage } from "./bench.js";

const SPLIT = "this claim was split by Dr Ben";
const refusal = (key, item, more = {}) => ({ key, claim_id: "c1", reason: SPLIT, item, gone: true, ...more });

test("what was refused of one claim for one reason is one line of one box", () => {
  const refused = [refusal("k1", { do: "note" }), refusal("k2", { do: "answer", answer: { verdict: "supported" } }), refusal("k3", { do: "note" })];

  assert.deepEqual(refusalsByClaim(refused, () => "c1.0"), [{ claimId: "c1.0", keys: ["k1", "k2", "k3"], lines: [
    ["Your note and your answer “Supported” were not saved: ", `${SPLIT}. What you typed is a draft here now`],
  ] }]);
});

test("another reason is another line, another claim another box", () => {
  const refused = [refusal("k1", { do: "answer" }), refusal("k2", { do: "cite" }, { reason: "no", gone: false }), refusal("k3", { do: "note" }, { claim_id: "c9" })];

  assert.deepEqual(refusalsByClaim(refused, () => undefined).map(({ claimId, lines }) => [claimId, lines.length]), [["c1", 2], ["c9", 1]]);
});

test("what was typed on claims that are gone is found, and blank drafts are dropped", () => {
  const drafts = new Shelf(new FakeStorage(), "d.");
  drafts.put("a/1@0-5.note", { rationale: "because" });
  drafts.put("a/1@0-5.cite", { identifier: "10.1/x", quote: "" });
  drafts.put("a/1@6-9.cite", { identifier: " " });
  for (const elsewhere of ["a/2@0-5", "a/3@0-5", "b/1@0-5"]) drafts.put(`${elsewhere}.note`, { rationale: "stays" });

  assert.deepEqual(strayDrafts(drafts, { slug: "a", revision: 2 }, (id) => id === "a/2@0-5"), [{
    claimId: "a/1@0-5", drafts: ["a/1@0-5.cite", "a/1@0-5.note"],
    lines: [["Typed on a claim that is gone: ", "“10.1/x”"], ["Typed on a claim that is gone: ", "“because”"]],
  }]);
  assert.equal(drafts.get("a/1@6-9.cite"), null);
});
