import assert from "node:assert/strict";
import { test } from "node:test";

import { STRENGTHS, strengthBeside, strengthOfKey, strengthWords } from "../../annotator/ui/components/desk/strengths.js";

const press = (key, more = {}) => ({ key, code: "", ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more });

test("each strength has a letter of its own, one of its name, and none of them is a verdict's key", () => {
  const letters = STRENGTHS.map(([, name, at]) => name[at].toUpperCase());
  assert.equal(new Set(letters).size, 8);
  assert.ok(letters.every((letter) => /^[A-Z]$/.test(letter) && letter !== "N"));
  assert.deepEqual(STRENGTHS.map(([value], at) => strengthOfKey(press(letters[at].toLowerCase())) === value), Array(8).fill(true));
});

test("a letter counts by its place on a keyboard of another script, and with Caps Lock", () => {
  assert.equal(strengthOfKey(press("к", { code: "KeyR" })), "randomised_trial");
  assert.equal(strengthOfKey(press("R", { code: "KeyR" })), "randomised_trial");
  assert.equal(strengthOfKey(press("r", { code: "KeyO" })), "randomised_trial"); // Dvorak: what is written on the key counts
});

test("N, Backspace and Delete take a strength off; other keys and shortcuts mean nothing here", () => {
  assert.deepEqual(["n", "Backspace", "Delete"].map((key) => strengthOfKey(press(key))), ["", "", ""]);
  assert.deepEqual(["1", "x", "Enter", "Tab"].map((key) => strengthOfKey(press(key))), [null, null, null, null]);
  assert.equal(strengthOfKey(press("r", { ctrlKey: true })), null);
});

test("the arrows go round the list, from its ends where nothing is chosen", () => {
  assert.deepEqual([strengthBeside(null, 1), strengthBeside(null, -1)], ["guideline", "opinion"]);
  assert.deepEqual([strengthBeside("opinion", 1), strengthBeside("guideline", -1)], ["guideline", "opinion"]);
});

test("a strength has its name, an unknown one none", () => {
  assert.deepEqual([strengthWords("in_vitro"), strengthWords(null), strengthWords("")], ["In vitro", "", ""]);
});
