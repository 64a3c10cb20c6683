import assert from "node:assert/strict";
import { test } from "node:test";

import { likeliest, pointBeside, splitPoints } from "../../annotator/ui/components/desk/points.js";

const words = (text) => splitPoints(text).map(({ index, weight }) => `${text.slice(index).split(/\s/)[0]}:${weight}`);

test("a point stands before each word but the first, heavier behind a mark", () => {
  assert.deepEqual(words("Zinc helps. It, too: yes; no (so)."), ["helps.:0", "It,:4", "too::1", "yes;:2", "no:3", "(so).:0"]);
});

test("a mark with its quotes and brackets, a new line and CJK marks count", () => {
  assert.deepEqual(words("He said “no.” Then"), ["said:0", "“no.”:0", "Then:4"]);
  assert.deepEqual(words("Nuts\n- Grains"), ["-:4", "Grains:0"]);
  assert.deepEqual(words("鎂有益。它很好，真的").filter((point) => !point.endsWith(":0")), ["它很好，真的:4", "真的:1"]);
});

const parts = (text) => {
  const edges = [0, ...splitPoints(text).map(({ index }) => index), text.length];
  return edges.slice(1).map((edge, at) => text.slice(edges[at], edge)).join("|");
};

for (const [name, text, split] of [
  ["a full stop between glued sentences", "5mg.Then 6mg.And so", "5mg.|Then |6mg.|And |so"],
  ["several marks", "It helps...But no?!Yes", "It |helps...|But |no?!|Yes"],
  ["a small letter behind a full stop", "5mg.then more", "5mg.|then |more"],
  ["commas, colons, dashes", "zinc,iron;copper:all—most–some", "zinc,|iron;|copper:|all—|most–|some"],
  ["brackets and quotation marks", "(yes)Then “no.”Then \"so.\"Then", "(yes)|Then |“no.”|Then |\"so.\"|Then"],
  ["what opens a part", "so.(Not it.“Yes”", "so.|(Not |it.|“Yes”"],
  ["an abbreviation", "e.g.zinc, i.e. iron, in the U.S. at 8 a.m. sharp", "e.g.|zinc, |i.e. |iron, |in |the |U.S. |at |8 |a.m. |sharp"],
  ["numbers, hours and spans", "1.5–2 at 12:30, 4,000", "1.5–2 |at |12:30, |4,000"],
  ["a letter that ends a sentence", "vitamin C.I felt", "vitamin |C.|I |felt"],
  ["addresses", "see https://a.example/b.Html or Me@b.Example", "see |https://a.example/b.Html |or |Me@b.Example"],
  ["a footnote's mark", "so.[1] Then.(2) And.[^3]More [a](/b)", "so.[1] |Then.(2) |And.[^3]|More |[a](/b)"],
  ["an apostrophe", "don't say ‘it’s so.’Then", "don't |say |‘it’s |so.’|Then"],
  ["Chinese", "鎂有益", "鎂|有|益"],
  ["Chinese with marks", "鎂（真）好。对", "鎂|（真）|好。|对"],
  ["Chinese beside numbers and Latin letters", "每5mg鎂", "每|5mg|鎂"],
  ["kana, its small ones and its long vowels", "きゅうりはビールっぽい", "きゅ|う|り|は|ビー|ルっ|ぽ|い"],
  ["a character with its mark", "か\u3099く", "か\u3099|く"],
  ["characters beyond 16 bits", "𠮷𠮷", "𠮷|𠮷"],
]) {
  test(`points: ${name}`, () => assert.equal(parts(text), split));
}

test("a small letter or a number behind a glued mark is no likely point", () => {
  assert.deepEqual(words("at example.org they.Then"), ["example.org:0", "org:0", "they.Then:0", "Then:4"]);
});

test("numbers are not taken apart", () => {
  assert.deepEqual(words("4,000 IU or 1.5 mg"), ["IU:0", "or:0", "1.5:0", "mg:0"]);
});

test("each side of every point has a word", () => {
  for (const text of ["", "   ", "Zinc", "... !", "- Zinc .", "Zinc . ! ?", "💊 Zinc 💊 cures 💊"]) {
    for (const { index } of splitPoints(text)) {
      assert.match(text.slice(0, index), /\p{Letter}/u, text);
      assert.match(text.slice(index), /\p{Letter}/u, text);
    }
  }
  assert.deepEqual(splitPoints("Zinc . ! ?"), []);
});

test("the desk is told code points, not JavaScript's units", () => {
  const text = "💊💊 Zinc 👩‍⚕️ e\u0301 cures.";
  for (const { index, at } of splitPoints(text)) assert.equal(Array.from(text).slice(0, at).join(""), text.slice(0, index));
  assert.deepEqual(splitPoints(text).map(({ at }) => at), [8, 13, 16]);
});

test("it begins at the strongest mark, of equal ones at that nearest to the middle", () => {
  const text = "One, two. Three four five six. Seven";
  const points = splitPoints(text);
  assert.equal(text.slice(points[likeliest(points, text.length)].index), "Three four five six. Seven");
  assert.equal(likeliest([], 5), -1);
});

test("the arrows go word by word, or from mark to mark, and stay at the ends", () => {
  const points = splitPoints("One two, three four. Five six");
  assert.equal(pointBeside(points, 0, 1, false), 1);
  assert.equal(pointBeside(points, 1, 1, true), 3);
  assert.equal(pointBeside(points, 3, -1, true), 1);
  assert.equal(pointBeside(points, 1, -1, true), 1);
  assert.equal(pointBeside(points, points.length - 1, 1, false), points.length - 1);
});

test("of a very long unit only the points behind a mark are offered, in no time", () => {
  const text = `${"word ".repeat(2000)}end. ${"word ".repeat(2000)}end`;
  assert.deepEqual(splitPoints(text).map(({ weight }) => weight), [4]);
});
