// Which key means what, and when keys are ours. `commandOf` is pure; `listenToKeys` is the one listener of the page.

import { isAboutConnection } from "./room.js";

const BY_CODE = { Digit1: "supported", Digit2: "unsupported", Digit3: "contradicted" };
const BY_PAD = { Numpad1: "supported", Numpad2: "unsupported", Numpad3: "contradicted" }; // Num Lock on or off
const BY_KEY = {
  1: "supported", 2: "unsupported", 3: "contradicted",
  u: "undo", s: "skip", j: "unanswered", x: "turn", c: "cite", n: "note", o: "open", a: "articles", q: "order", h: "help", "?": "help",
  m: "merge", p: "split", k: "kind", r: "matches",
  arrowleft: "back", arrowright: "next", arrowup: "unit_back", arrowdown: "unit_next",
  y: "again", d: "put_away", e: "weigh", f: "find_pubmed", g: "find_scholar",
  pageup: "read_back", pagedown: "read_on",
};
const LETTERS = "usjxcnoahympkrqdefg"; // also where they stand on a keyboard of another script
const FIELDS = `input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select,
  [contenteditable=''], [contenteditable=true]`;
const OWN_KEYS = `${FIELDS}, [role=textbox], [role=combobox], [role=listbox], [role=option], [role=slider],
  [role=spinbutton], [role=tab], [role=menu], [role=menuitem], [role=grid], [role=gridcell], [role=tree]`;
const CHOICES = "input[type=radio], input[type=checkbox], [role=radio], [role=checkbox]"; // the arrows and space are theirs

/** The Latin letter on the key, where the layout gives a letter of another script; else what the layout gives. */
function letterOf({ key, code }) {
  const isForeign = /^\p{Letter}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);
  const letter = /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? "";
  return isForeign && letter && LETTERS.includes(letter) ? letter : key.toLowerCase();
}

/** The command of a key event, or null. Shift counts only where it makes the question mark. */
export function commandOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  const key = letterOf(event);
  if (event.shiftKey && key !== "?") return null;
  return BY_PAD[event.code] ?? BY_KEY[key] ?? BY_CODE[event.code] ?? null;
}

function isOn(event, selector) {
  const target = event.composedPath()[0];
  return target instanceof Element && (target.matches(selector) || (selector === OWN_KEYS && target.isContentEditable));
}

/** True where the event belongs to whatever has the focus: a field, a list, a slider, ours or the page's. */
export function isOwned(event) {
  return isOn(event, OWN_KEYS) || (isOn(event, CHOICES) && event.key.startsWith("Arrow"));
}

/** True while a dialog of the page (not ours: that is in its own tree) lies over the pane. */
export function isCovered() {
  const dialogs = document.querySelectorAll('[data-testid="stDialog"], [role="dialog"], [aria-modal="true"], dialog[open]');
  return [...dialogs].some((dialog) => !isAboutConnection(dialog));
}

const WAYS_OUT = new Set(["Escape", "Tab", "Enter"]); // the keys by which a person leaves a field

/**
 * Whether somebody is in the middle of typing. A field can lose the focus under a person's hands, as when it is taken
 * from the page: what they go on typing is no command then, until a click or Esc says that it is.
 */
export class Typing {
  constructor() {
    Object.assign(this, { field: null, isOwnAct: false, isLocked: false });
  }

  /** The person is in `field`, or clicked (null). */
  at(field) {
    Object.assign(this, { field, isOwnAct: false, isLocked: false });
  }

  /** Take in a key: `field` is the one it is pressed in, or null. */
  meet(key, field) {
    if (field) this.at(field);
    else if (this.field && !this.isOwnAct) this.isLocked = true;
    if (!field) this.field = null;
    this.isOwnAct = WAYS_OUT.has(key);
  }
}

/**
 * Call `run(command, at, cap)` for each of our keys: `at` is the event's own time, `cap` what is written on the key. A held key counts once; a key that is ours goes no further, so that the
 * page's own keys stay quiet. `isActive()` says whether the pane takes keys now. While `typing` is locked `warn()` is
 * called instead. Gives the function that stops it.
 */
export function listenToKeys(root, isActive, run, typing, warn) {
  const onKey = (event) => {
    const isInside = event.composedPath().includes(root);
    typing.meet(event.key, isInside && isOn(event, FIELDS) ? event.composedPath()[0] : null);
    if (typing.isLocked && isActive() && !isCovered() && !isOwned(event)) {
      if (event.key === "Escape") {
        typing.at(null);
        warn("");
        leave(event, root);
      } else if (commandOf(event) !== null || event.key.length === 1) {
        warn("Press Esc for the keys: the field you typed in is gone, so that letters would be commands.");
        if (commandOf(event) !== null) stopKey(event);
      }
      return;
    }
    if (event.key === "Escape") {
      if (isInside && (isOwned(event) || isOn(event, CHOICES)) && isActive()) leave(event, root);
      return;
    }
    if (event.repeat && isInside && (event.key === "Enter" || event.key === " ") && !isOwned(event)) {
      event.preventDefault(); // a held Enter on a verdict button would answer one claim after another
      return;
    }
    const command = commandOf(event);
    if (command === null || isOwned(event) || isCovered() || !isActive()) return;
    stopKey(event);
    if (event.repeat) return;
    if (isInside && isOn(event, CHOICES)) root.focus({ preventScroll: true }); // its arrows would choose on the next claim
    run(command, event.timeStamp, event.key.toUpperCase());
  };
  const onInput = () => (typing.isOwnAct = false); // Enter in a text is a new line, and no way out of it
  const onFocus = (event) => isOn(event, FIELDS) && typing.at(event.composedPath()[0]);
  const onPointer = () => {
    if (typing.isLocked) warn("");
    typing.at(null);
  };
  const end = new AbortController();
  const how = { capture: true, signal: end.signal };
  window.addEventListener("keydown", onKey, how);
  window.addEventListener("pointerdown", onPointer, how);
  root.addEventListener("focusin", onFocus, how);
  root.addEventListener("input", onInput, how);
  return () => end.abort();
}

function stopKey(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Esc in a field: back to the claim's keys. */
function leave(event, root) {
  stopKey(event);
  event.composedPath()[0].blur?.();
  root.focus({ preventScroll: true });
}
