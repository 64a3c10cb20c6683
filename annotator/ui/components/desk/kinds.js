// The kinds a unit can be of, each with its key, and the dialog that asks for one.

import { el, keyButton, setAttribute, words } from "./dom.js";
import { Dialog } from "./help.js";

export const KINDS = [
  ["claim", "C"], ["advice", "A"], ["list_item", "I"], ["table_row", "R"], ["question", "Q"], ["list_intro", "L"],
  ["title", "T"], ["heading", "H"], ["table_header", "E"], ["reference", "F"], ["boilerplate", "B"], ["other", "O"],
];
const CHECKED = 4; // so many of them, the first, wait for a verdict

export class KindMenu extends Dialog {
  /** `pick(kind)` is called with what was chosen, after the dialog has closed. */
  constructor(pick) {
    const button = ([kind, key]) => keyButton(words(kind), key, { class: "kind-choice", "data-kind": kind, onclick: () => this.#choose(kind) });
    const buttons = KINDS.map(button);
    const group = (title, some) => el("div", {}, el("h3", { text: title }), el("div", { class: "kind-choices" }, some));
    super("What is it?", el("p", { class: "asked", dir: "auto" }),
      group("Waits for a verdict", buttons.slice(0, CHECKED)), group("Outside the queue", buttons.slice(CHECKED)));
    Object.assign(this, { buttons, pick });
    this.node.classList.add("narrow");
    this.node.addEventListener("keydown", (event) => this.#onKey(event));
  }

  ask(text, kind) {
    this.node.querySelector(".asked").textContent = text;
    for (const button of this.buttons) setAttribute(button, "aria-pressed", String(button.dataset.kind === kind));
    this.open();
    this.buttons.find((button) => button.dataset.kind === kind)?.focus();
  }

  #onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const found = KINDS.find(([, key]) => key === event.key.toUpperCase() || `Key${key}` === event.code);
    if (!step && !found) return;
    event.preventDefault();
    if (found) this.#choose(found[0]);
    else this.#move(step);
  }

  #move(step) {
    const at = this.buttons.indexOf(this.node.getRootNode().activeElement);
    this.buttons[(at + step + this.buttons.length) % this.buttons.length].focus();
  }

  #choose(kind) {
    this.node.close();
    this.pick(kind);
  }
}
