// How strong a source's evidence is: the eight kinds, each with a letter of its name, the field that asks for one while a
// citation is typed, and the dialog that asks for it later.

import { el, keyButton, setAttribute, setText } from "./dom.js";
import { Dialog } from "./help.js";
import { commandOf } from "./keys.js";

export const STRENGTHS = [
  ["guideline", "Guideline", 0], ["systematic_review", "Systematic review", 0], ["randomised_trial", "Randomised trial", 0],
  ["cohort", "Cohort", 0], ["case_report", "Case report", 7], ["animal", "Animal", 0], ["in_vitro", "In vitro", 0],
  ["opinion", "Opinion", 0],
]; // value, its name, where its letter stands in that
const NO_STRENGTH = "N"; // the letter that takes a strength off
const VERDICT_KEYS = new Set(["supported", "unsupported", "contradicted"]);
const HOW = " · Letter: choose · N: none · 1 2 3: add, and the verdict · Enter: only add";

export function strengthWords(strength) {
  return STRENGTHS.find(([value]) => value === strength)?.[1] ?? "";
}

const strengthLetter = ([, name, at]) => name[at].toUpperCase();

/** The strength that a key event names; "" takes it off, null is no such key. Letters count by their place, too. */
export function strengthOfKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return null;
  if (["Backspace", "Delete"].includes(event.key)) return "";
  const isKey = (letter) => event.key.toUpperCase() === letter || (!/^\p{Script=Latin}$/u.test(event.key) && event.code === `Key${letter}`);
  if (isKey(NO_STRENGTH)) return "";
  return STRENGTHS.find((one) => isKey(strengthLetter(one)))?.[0] ?? null;
}

/** The strength `step` further in the list, from none at its beginning. */
export function strengthBeside(strength, step) {
  const at = STRENGTHS.findIndex(([value]) => value === strength);
  const next = at < 0 && step < 0 ? STRENGTHS.length - 1 : (at + step + STRENGTHS.length) % STRENGTHS.length;
  return STRENGTHS[next][0];
}

/** What is suggested becomes the person's own choice once they stand in the field and see it there; not before. */
export class StrengthField {
  /** `acts`: changed() after a choice, verdict(command, at, cap) and add() for the keys that go on from here. */
  constructor(acts) {
    Object.assign(this, { acts, chosen: null, suggested: null });
    this.options = STRENGTHS.map(([value, name, at]) => el("span", { class: "degree", role: "option", "data-value": value, id: `degree-${value}` },
      name.slice(0, at), el("u", { text: name[at] }), name.slice(at + 1)));
    this.list = el("div", { class: "degrees", role: "listbox", tabindex: "0", "aria-label": "Strength of evidence", "aria-describedby": "degrees-how" },
      el("span", { class: "degrees-label", role: "presentation", text: "Strength" }), this.options);
    this.suggestion = el("span");
    this.how = el("p", { class: "how", id: "degrees-how" }, this.suggestion, el("span", { class: "keys-of", text: HOW }));
    this.node = el("div", { class: "strength-field" }, this.list, this.how);
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("focus", () => this.#enter());
    this.list.addEventListener("click", (event) => this.#click(event));
  }

  /** The strength chosen; empty where none is. */
  get value() {
    return this.chosen ?? "";
  }

  set(chosen) {
    this.chosen = chosen || null;
    this.#paint();
  }

  suggest(strength) {
    if (this.suggested === strength) return;
    this.suggested = strength;
    this.#paint();
  }

  focus() {
    this.list.focus();
    this.list.scrollIntoView({ block: "nearest" });
  }

  #enter() {
    if (this.chosen === null && this.suggested) this.#choose(this.suggested);
    this.#paint();
  }

  #choose(strength) {
    this.chosen = strength;
    this.#paint();
    this.acts.changed();
  }

  #click(event) {
    const value = event.target.closest("[data-value]")?.dataset.value;
    if (value) this.#choose(value === this.chosen ? "" : value);
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const strength = strengthOfKey(event);
    const command = commandOf(event);
    if (event.repeat || event.shiftKey) return;
    if (strength !== null) this.#choose(strength);
    else if (step) this.#choose(strengthBeside(this.chosen, step));
    else if (VERDICT_KEYS.has(command)) this.acts.verdict(command, event.timeStamp, event.key);
    else if (event.key === "Enter") this.acts.add();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #paint() {
    for (const option of this.options) {
      const { value } = option.dataset;
      setAttribute(option, "aria-selected", String(value === this.chosen));
      setAttribute(option, "data-suggested", value === this.suggested);
    }
    setAttribute(this.list, "aria-activedescendant", this.chosen ? `degree-${this.chosen}` : null);
    setText(this.suggestion, this.suggested ? `Suggested: ${strengthWords(this.suggested).toLowerCase()}` : "Strength of evidence");
  }
}

export class StrengthMenu extends Dialog {
  /** `pick(strength)` is called with what was chosen, empty for none, after the dialog has closed. */
  constructor(pick) {
    const button = ([value, name, at]) => keyButton(name, name[at].toUpperCase(), { class: "kind-choice", "data-value": value, onclick: () => this.#pick(value) });
    const buttons = [...STRENGTHS.map(button), button(["", "Not given", 0])];
    super("How strong is it?", el("p", { class: "asked", dir: "auto" }), el("p", { class: "careful" }), el("div", { class: "kind-choices" }, buttons));
    Object.assign(this, { buttons, pick });
    this.node.classList.add("narrow");
    this.node.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Ask about the source with those `words`; `strength` is what it has, `suggested` what is suggested for it. */
  ask(words, strength, suggested) {
    this.node.querySelector(".asked").textContent = words;
    this.node.querySelector(".careful").textContent = suggested ? `Suggested by what it is: ${strengthWords(suggested).toLowerCase()}.` : "";
    for (const button of this.buttons) setAttribute(button, "aria-pressed", String(button.dataset.value === (strength ?? "")));
    this.open();
    this.buttons.find((button) => button.dataset.value === (strength || suggested || "guideline"))?.focus();
  }

  #key(event) {
    if (event.repeat) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const strength = strengthOfKey(event);
    if (strength !== null) this.#pick(strength);
    else if (step) this.#move(step);
    else return;
    event.preventDefault();
  }

  #move(step) {
    const at = this.buttons.indexOf(this.node.getRootNode().activeElement);
    this.buttons[(at + step + this.buttons.length) % this.buttons.length].focus();
  }

  #pick(strength) {
    this.node.close();
    this.pick(strength);
  }
}
