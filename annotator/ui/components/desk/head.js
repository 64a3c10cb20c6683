// The line above everything: which article, how far it is, how much evidence is missing, and whether all is saved.

import { STATE_WORDS, el, keyButton, setAttribute, setText, sourceLink } from "./dom.js";

const BARS = ["supported", "unsupported", "contradicted", "skipped"];

export class Head {
  /** `order` is the node that says and changes the order of the queue. */
  constructor(run, order) {
    this.title = keyButton("", "A", { class: "title", title: "All articles", onclick: () => run("articles") });
    this.heading = el("h1", { class: "unseen" });
    this.origin = el("span", { class: "origin" });
    this.count = el("span", { class: "count" });
    this.bars = BARS.map((state) => el("span", { class: "bar", "data-state": state }));
    this.bar = el("div", { class: "progress", role: "img" }, this.bars);
    this.open = keyButton("", "O", { class: "open", onclick: () => run("open") });
    this.saved = el("span", { class: "saved" });
    this.help = keyButton("Help", "?", { class: "help", onclick: () => run("help") });
    this.node = el("header", { class: "head" },
      this.heading, this.title, this.origin, el("div", { class: "far" }, this.bar, this.count), order, this.open, this.saved, this.help);
  }

  /** `elsewhere`: how many open ones wait in other articles. */
  paint({ title, source_address: address }, progress, elsewhere) {
    setText(this.heading, `Review: ${title}`);
    setText(this.title.firstChild, title);
    if (this.address !== address) this.origin.replaceChildren(...(/^https?:/i.test(address) ? [sourceLink("source ↗", address)] : []));
    this.address = address;
    const { total, answered, skipped, open, counts } = progress;
    setText(this.count, `${answered} of ${total}`);
    setAttribute(this.count, "title", skipped ? `${skipped} skipped` : null);
    this.bars.forEach((bar) => {
      bar.style.flexBasis = `${total ? (100 * counts[bar.dataset.state]) / total : 0}%`;
    });
    setAttribute(this.bar, "aria-label", BARS.map((state) => `${STATE_WORDS[state]} ${counts[state]}`).join(", "));
    const count = open || elsewhere;
    this.open.hidden = count === 0;
    setText(this.open.firstChild, open ? `Evidence missing: ${open}` : `Evidence missing elsewhere: ${elsewhere}`);
    setAttribute(this.open, "title", open ? "Go to the next of these claims" : "Go to the article that has these claims");
  }

  paintSaved({ state, words }) {
    setAttribute(this.saved, "data-saved", state);
    setText(this.saved, words);
    setAttribute(this.saved, "title", words);
  }
}
