// What a citation does to the claim: supports it, contradicts it, or is context. The verdict brings it where nobody chose.

import { el, setText } from "./dom.js";

const STANCES = [["supports", "supports it"], ["contradicts", "contradicts it"], ["context", "context"]];
const STANCE_OF = { supported: "supports", contradicted: "contradicts" };
const WHICH = "Say what it does to the claim: Space supports it, → contradicts it, ← is context. Then Enter; or 1 or 3, with the verdict.";

/** The stance that a verdict brings; null where it brings none. */
export function stanceOf(verdict) {
  return STANCE_OF[verdict] ?? null;
}

export class StanceField {
  constructor() {
    Object.assign(this, { chosen: null, brought: null });
    this.wants = el("p", { class: "wants", id: "wants", role: "alert" });
    this.choices = STANCES.map(([value, label]) =>
      el("label", {}, el("input", { type: "radio", name: "stance", value, "aria-describedby": "wants" }), el("span", { text: label })));
    this.node = el("div", { class: "choice", role: "radiogroup", "aria-label": "What it does to the claim" }, this.choices);
  }

  /** The stance that is chosen, or that the verdict brings; null asks for one. */
  get value() {
    return this.chosen ?? this.brought;
  }

  /** True while a stance is asked for, and the person is at the choice. */
  get isAsked() {
    const active = this.node.getRootNode().activeElement;
    return this.wants.textContent !== "" && this.node.contains(active);
  }

  choose(stance) {
    this.chosen = stance;
    this.paint();
  }

  bring(verdict) {
    this.brought = stanceOf(verdict);
    this.paint();
  }

  /** Choose the one that is `step` on; its words are returned. */
  turn(step) {
    const at = STANCES.findIndex(([value]) => value === this.value);
    const next = at < 0 && step < 0 ? STANCES.length - 1 : (at + step + STANCES.length) % STANCES.length;
    this.choose(STANCES[next][0]);
    return STANCES[next][1];
  }

  /** Ask for a stance, and go to the choice. */
  ask() {
    setText(this.wants, WHICH);
    this.choices[0].firstChild.focus();
  }

  /** Ask no more. */
  settle() {
    setText(this.wants, "");
    this.paint();
  }

  paint() {
    for (const { firstChild: radio } of this.choices) radio.checked = radio.value === this.value;
    if (this.value) setText(this.wants, "");
  }
}
