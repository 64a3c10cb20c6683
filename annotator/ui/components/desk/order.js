// In which order the queue is gone through: by place in the article, or what could harm a reader first.
// The choice is a reviewer's own, and kept in their browser.

import { keyButton, setAttribute, setText } from "./dom.js";

const ORDER_NAMES = { place: "By place", harm: "Harm first" };
const ORDER_SAID = { place: "The queue follows the article.", harm: "The queue shows harm first, then what is absolute, unsourced or a dose." };

export class Order {
  /** `shelf` keeps the choice; `run(command)` is called for the button as for its key. */
  constructor(run) {
    this.node = keyButton("", "Q", { class: "order", onclick: () => run("order") });
    this.name = "place";
  }

  /** Take up what this person chose before. */
  open(shelf) {
    this.shelf = shelf;
    this.name = shelf.get("queue") === "harm" ? "harm" : "place";
    this.paint();
  }

  get isHarmFirst() {
    return this.name === "harm";
  }

  /** The other order from now on. Gives what to say of it. */
  toggle() {
    this.name = this.isHarmFirst ? "place" : "harm";
    this.shelf.put("queue", this.name);
    this.paint();
    return ORDER_SAID[this.name];
  }

  paint() {
    setText(this.node.firstChild, ORDER_NAMES[this.name]);
    setAttribute(this.node, "title", `Order of the queue: ${ORDER_NAMES[this.name].toLowerCase()}. ${this.isHarmFirst ? "Q: by place" : "Q: harm first"}`);
    setAttribute(this.node, "aria-pressed", String(this.isHarmFirst));
    setAttribute(this.node, "aria-label", `Order of the queue: ${ORDER_NAMES[this.name].toLowerCase()}`);
  }
}
