// What a screen reader hears: one polite line, said when the keys rest, so that fast work is not talked over.

import { el } from "./dom.js";

const REST = 150;

export class Voice {
  constructor() {
    this.node = el("div", { class: "unseen", "aria-live": "polite", role: "status" });
    this.last = "all";
  }

  say(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.node.textContent = words; }, REST);
  }

  /** Only a change of the state is news, and "saving" is not. */
  saved({ state, words }) {
    if (state === this.last || state === "saving") return;
    if (state !== "all" || this.last === "offline") this.say(words);
    this.last = state;
  }
}
