// The two dialogs of a repair: two units made one, and one made two.

import { el, keyButton, setAttribute, toPieces } from "./dom.js";
import { Dialog } from "./help.js";
import { likeliest, pointBeside, splitPoints } from "./points.js";

const STEPS = { ArrowLeft: [-1, false], ArrowRight: [1, false], ArrowUp: [-1, true], ArrowDown: [1, true] };
const AROUND = 24; // characters of each part that are read out

export class MergeDialog extends Dialog {
  constructor() {
    const text = el("p", { class: "recut-text", dir: "auto" });
    const reasons = el("ul", { class: "reasons" });
    const merge = keyButton("Merge", "Enter", { class: "first", onclick: () => this.#merge() });
    const leave = keyButton("Leave them", "Esc", { onclick: () => this.node.close() });
    super("Merge with the next unit?", text, reasons, el("div", { class: "recut-ways" }, merge, leave));
    Object.assign(this, { text, reasons, merge });
    this.node.classList.add("narrow");
  }

  /** Ask whether `unit` and `next` are to become one; `merge()` is called where they are. */
  ask({ unit, next, reasons }, merge) {
    this.onMerge = merge;
    this.text.replaceChildren(el("span", { class: "part", text: unit.text }), ...toPieces(next.gap), el("span", { class: "part other", text: next.text }));
    this.reasons.replaceChildren(...reasons.map((text) => el("li", { text })),
      el("li", { text: "Labels stay in the history of the two. The new claim waits for an answer of its own." }));
    this.open();
    this.merge.focus();
  }

  #merge() {
    this.node.close();
    this.onMerge();
  }
}

export class SplitDialog extends Dialog {
  constructor() {
    const text = el("p", { class: "recut-text splitting", dir: "auto" });
    const spoken = el("p", { class: "unseen", role: "status" });
    const split = keyButton("Split here", "Enter", { class: "first", onclick: () => this.#split() });
    const leave = keyButton("Leave it", "Esc", { onclick: () => this.node.close() });
    const hint = el("p", { class: "careful" }, el("kbd", { text: "←" }), " ", el("kbd", { text: "→" }), " word by word, ",
      el("kbd", { text: "↑" }), " ", el("kbd", { text: "↓" }), " from mark to mark, or click between two words.");
    const reasons = el("ul", { class: "reasons" });
    super("Split this unit", text, reasons, hint, el("div", { class: "recut-ways" }, split, leave), spoken);
    Object.assign(this, { text, spoken, split, reasons });
    this.node.classList.add("narrow");
    this.node.addEventListener("keydown", (event) => this.#onKey(event));
    text.addEventListener("click", (event) => {
      const point = event.target.closest?.("[data-point]");
      if (point) this.#choose(Number(point.dataset.point));
    });
  }

  /**
   * Ask where to split, and say the `reasons` to think twice; `split(at)` is called with the point in code points.
   * False where there is none.
   */
  ask({ text }, reasons, split) {
    this.points = splitPoints(text);
    if (!this.points.length) return false;
    this.onSplit = split;
    this.words = text;
    const edges = [0, ...this.points.map(({ index }) => index), text.length];
    this.pieces = edges.slice(1).map((edge, at) => el("span", { text: text.slice(edges[at], edge) }));
    this.marks = this.points.map((_, at) => el("button", { type: "button", class: "point", "data-point": at, tabindex: "-1", "aria-label": "Split here" }));
    this.text.replaceChildren(...this.pieces.flatMap((piece, at) => [piece, this.marks[at]]).filter(Boolean));
    this.at = -1;
    this.reasons.hidden = reasons.length === 0;
    const behind = "Labels stay in the history of the one. The new claims wait for answers of their own.";
    this.reasons.replaceChildren(...[...reasons, behind].map((each) => el("li", { text: each })));
    this.open(); // a point can be scrolled to once it is shown
    this.#choose(likeliest(this.points, text.length), "center");
    this.split.focus();
    return true;
  }

  #choose(at, block = "nearest") {
    this.at = at;
    this.pieces.forEach((piece, index) => setAttribute(piece, "class", index <= at ? "part" : "part other"));
    this.marks.forEach((mark, index) => setAttribute(mark, "aria-pressed", index === at ? "true" : null));
    const { index } = this.points[at];
    this.spoken.textContent = `Between “${this.words.slice(Math.max(0, index - AROUND), index).trim()}” and “${this.words.slice(index, index + AROUND).trim()}”`;
    this.marks[at].scrollIntoView?.({ block });
  }

  #onKey(event) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#choose(pointBeside(this.points, this.at, ...step));
  }

  #split() {
    this.node.close();
    this.onSplit(this.points[this.at].at);
  }
}
