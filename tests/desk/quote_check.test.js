import assert from "node:assert/strict";
import { test } from "node:test";

import { changePieces, checkWords } from "../../annotator/ui/components/desk/quote_check.js";
import { searchNote } from "../../annotator/ui/components/desk/finding.js";
import { byline } from "../../annotator/ui/components/desk/resolved.js";

test("a quote's check says how it stands, and in what", () => {
  const said = (match, against = "abstract") => checkWords({ match, against });
  assert.deepEqual(said("verbatim"), { tone: "good", words: "✓ Word for word in the abstract" });
  assert.deepEqual(said("near", "text"), { tone: "doubt", words: "≈ Nearly in the text you pasted" });
  assert.deepEqual(said("absent"), { tone: "bad", words: "✗ Not found in the abstract" });
  assert.deepEqual(said("no_text", ""), { tone: null, words: "No text to compare with" });
});

test("many differing words are shown in part, and counted", () => {
  const changes = Array.from({ length: 9 }, (_, at) => [`a${at}`, ""]);
  assert.deepEqual(changePieces(changes).at(-1), { more: 3 });
  assert.deepEqual(changePieces([["12", "120"]]), [{ source: "12", quote: "120" }]);
});

test("the searches that were made make one note", () => {
  const made = [{ name: "PubMed", note: "PubMed: magnesium, 2026-11-26" }, { name: "Google Scholar", note: "Google Scholar: magnesium, 2026-11-26" }];
  assert.equal(searchNote(made), "PubMed: magnesium, 2026-11-26\nGoogle Scholar: magnesium, 2026-11-26");
  assert.equal(searchNote([]), "");
});

test("a work without journal or year is named by what is known", () => {
  assert.equal(byline({ authors: "Ng W", journal: "", year: 2023 }), "Ng W · 2023");
  assert.equal(byline({ authors: "", journal: "", year: null }), "");
});
