import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf } from "../../annotator/ui/components/desk/keys.js";

const press = (key, code = "", more = {}) => commandOf({ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false, ...more });

const OURS = [
  ["1", "Digit1", "supported"], ["2", "Digit2", "unsupported"], ["3", "Digit3", "contradicted"],
  ["1", "Numpad1", "supported"], ["End", "Numpad1", "supported"], ["&", "Digit1", "supported"],
  ["u", "KeyU", "undo"], ["U", "KeyU", "undo"], ["s", "KeyS", "skip"], ["j", "KeyJ", "unanswered"], ["x", "KeyX", "turn"],
  ["c", "KeyC", "cite"], ["n", "KeyN", "note"], ["o", "KeyO", "open"], ["h", "KeyH", "help"], ["r", "KeyR", "matches"],
  ["ArrowLeft", "ArrowLeft", "back"], ["ArrowRight", "ArrowRight", "next"], ["ArrowUp", "ArrowUp", "unit_back"],
  ["г", "KeyU", "undo"], ["ч", "KeyX", "turn"], ["Ω", "KeyV", null], ["θ", "KeyU", "undo"], ["ξ", "KeyJ", "unanswered"], ["ш", "KeyI", null],
  ["ü", "KeyU", null], ["s", "KeyO", "skip"], // on Latin layouts the letter printed on the key counts
];
for (const [key, code, command] of OURS) {
  test(`the key ${key} (${code}) means ${command}`, () => assert.equal(press(key, code), command));
}

test("the question mark needs its shift, and is help", () => {
  assert.equal(press("?", "Slash", { shiftKey: true }), "help");
});

const NOT_OURS = [
  ["a copy", "c", { ctrlKey: true }], ["a copy on a Mac", "c", { metaKey: true }], ["alt", "1", { altKey: true }],
  ["shift", "U", { shiftKey: true }], ["an input method at work", "1", { isComposing: true }], ["z", "z", {}], ["Enter", "Enter", {}], ["4", "4", {}],
];
for (const [why, key, more] of NOT_OURS) {
  test(`not ours: ${why}`, () => assert.equal(press(key, "", more), null));
}
