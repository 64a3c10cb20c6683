import assert from "node:assert/strict";
import { test } from "node:test";

import { toBlocks, toCells, toCuePieces } from "../../annotator/ui/components/desk/blocks.js";
import { unit } from "./bench.js";

/** Units from [gap, text, kind] rows. */
const article = (...rows) => rows.map(([gap, text, kind = "claim"], at) => unit(String(at), { gap, text, kind }));
const shapes = (units, tail) => toBlocks(units, tail).map((block) => [block.shape, block.runs.length]);

function joined(units, tail) {
  return toBlocks(units, tail).map((block) =>
    block.between + block.marker + block.runs.map(({ gap, index }) => gap + units[index].text).join("") + block.trail).join("");
}

const ARTICLES = [
  ["a title and a paragraph of two", [["", "Title", "title"], ["\n\n", "One."], [" ", "Two."]], "\n", [["title", 1], ["paragraph", 2]]],
  ["a line a paragraph", [["", "One."], ["\n", "Two."]], "", [["paragraph", 1], ["paragraph", 1]]],
  ["hard-wrapped lines are one paragraph", [["", "One\ntwo."], ["\n", "Three."], ["\n\n", "Four."]], "", [["paragraph", 2], ["paragraph", 1]]],
  ["bullets are items, with all their sentences", [["• ", "One."], [" ", "Two."], ["\n  • ", "Three."]], "", [["item", 2], ["item", 1]]],
  ["numbers are markers too", [["1. ", "One."], ["\n2. ", "Two."]], "", [["item", 1], ["item", 1]]],
  ["a hash marks a heading, not an item", [["## ", "Head", "heading"], ["\n", "One."]], "", [["heading", 1], ["paragraph", 1]]],
  ["a quotation is no item", [["> ", "One."]], "", [["paragraph", 1]]],
  ["table rows with outer pipes", [["| ", "A | B", "table_header"], [" |\n|---|---|\n| ", "1 | 2", "table_row"]], " |\n", [["row", 1], ["row", 1]]],
  ["text before the first unit and after the last", [["\n\n* ", "One."]], "\n***\n", [["item", 1]]],
  ["right to left, and emoji", [["", "مرحبا."], [" ", "👩‍⚕️ ok."]], "", [["paragraph", 2]]],
];
for (const [why, rows, tail, expected] of ARTICLES) {
  test(`blocks: ${why}`, () => assert.deepEqual(shapes(article(...rows), tail), expected));
  test(`no character is dropped or moved: ${why}`, () => {
    const text = rows.map(([gap, words]) => gap + words).join("") + tail;
    assert.equal(joined(article(...rows), tail), text);
  });
}

const CELLS = [
  ["pipes", "600 mg | better | x", ["600 mg", "better", "x"]],
  ["tabs", "a\tb", ["a", "b"]],
  ["wide blanks", "a   b c", ["a", "b c"]],
  ["none", "600 mg/day Improved muscle", ["600 mg/day Improved muscle"]],
];
for (const [why, text, expected] of CELLS) {
  test(`cells of a row: ${why}`, () => {
    assert.deepEqual(toCells(text).map((cell) => cell.text), expected);
    assert.equal(toCells(text).map((cell) => cell.text + cell.separator).join(""), text);
  });
}

const CUES = [
  ["no cue", "plain", [], ["plain"]],
  ["one in the middle", "take 5 mg now", [{ name: "dose", start: 5, end: 9 }], ["take ", "[dose]5 mg", " now"]],
  ["code points, not UTF-16", "💊💊 5 mg", [{ name: "dose", start: 3, end: 7 }], ["💊💊 ", "[dose]5 mg"]],
  ["two that overlap", "abcd", [{ name: "x", start: 0, end: 3 }, { name: "y", start: 2, end: 4 }], ["[x]ab", "[x,y]c", "[y]d"]],
  ["one beyond the end", "ab", [{ name: "x", start: 1, end: 9 }], ["a", "[x]b"]],
];
test("cues in a claim: where they overlap, the most urgent comes first, with what each tells", () => {
  const cues = [{ name: "causal", words: "causal wording", weight: 32, start: 0, end: 4 }, { name: "harm", words: "harm: interaction", weight: 512, start: 0, end: 4 }];
  assert.deepEqual(toCuePieces("stop", cues), [{ text: "stop", names: ["harm", "causal"], told: ["harm: interaction", "causal wording"] }]);
});

for (const [why, text, cues, expected] of CUES) {
  test(`cues in a claim: ${why}`, () => {
    const pieces = toCuePieces(text, cues);
    assert.deepEqual(pieces.map(({ text: words, names }) => (names.length ? `[${names}]${words}` : words)), expected);
    assert.equal(pieces.map((piece) => piece.text).join(""), text);
  });
}
