// The two dialogs: the keys with the guideline, and the list of articles. Native dialogs, so Esc and focus are right.

import { el, setAttribute } from "./dom.js";

const KEYS = [
  ["1", "Supported"], ["2", "Unsupported: searched, and nothing settles it"], ["3", "Contradicted"],
  ["U", "Undo: an answer, a merge, a split; back through other articles too; a citation just removed comes back first"], ["S", "Skip for now"], ["J", "Next unanswered claim; skipped ones come last"],
  ["Y", "Say again what you said before the claim changed, with its evidence"],
  ["X", "Not a claim; on a unit outside the queue: make it a claim"],
  ["M", "Merge with the next unit"], ["P", "Split the unit: ← → ↑ ↓ choose the point, Enter splits"], ["K", "Another kind: claim, advice, heading…"],
  ["← →", "Claim before, claim after"], ["↑ ↓", "Unit before, unit after: also headings, questions and other sentences"],
  ["Q", "Order of the queue: by place, or harm first"],
  ["PgUp PgDn", "Turn the article's page"],
  ["C", "Cite a source: paste what names it; ↑ ↓ choose a source that is offered, else what it does to the claim; Tab to the quotation; Enter there to the strength: a letter chooses, then 1 2 3 adds it and answers, Enter only adds it"],
  ["E", "How strong the evidence is: one more letter, for the first citation without"],
  ["F", "Find it in PubMed"], ["G", "Find it in Google Scholar"], ["N", "Note: the rationale, or where you searched"],
  ["R", "What the claim may repeat or contradict; there Y and N say whether it does, U takes that back, Enter goes there"],
  ["D", "Put the first notice away"],
  ["O", "Next verdict with evidence missing"], ["A", "All articles"], ["? H", "This help"],
  ["Esc", "Leave a field, close a dialog"],
];
const CAREFUL = "The number pad works too. A key held down counts once. While you type in a field, or while a dialog is open, "
  + "keys are only text. If the field goes while you type, letters do nothing until Esc or a click. Keys for a claim that is being "
  + "cut anew are not taken, nor in the moment after its new words have come. Without a connection go on: "
  + "answers are kept in this browser and saved when the desk is back.";

export class Dialog {
  constructor(title, ...parts) {
    const close = el("button", { type: "button", class: "close", "aria-label": "Close", text: "×", onclick: () => this.node.close() });
    this.node = el("dialog", { "aria-label": title }, el("header", {}, el("h2", { text: title }), close), ...parts);
    this.node.addEventListener("click", (event) => event.target === this.node && this.node.close());
    this.node.addEventListener("keydown", (event) => event.stopPropagation());
  }

  get isOpen() {
    return this.node.open;
  }

  open() {
    if (!this.node.open) this.node.showModal();
  }
}

export class Help extends Dialog {
  constructor() {
    const rows = KEYS.map(([keys, meaning]) =>
      [el("dt", {}, keys.split(" ").map((key) => el("kbd", { text: key }))), el("dd", { text: meaning })]);
    const guideline = el("pre", { class: "guideline", tabindex: "0" });
    const heading = el("h3");
    super("Keys and guideline", el("dl", { class: "keymap" }, rows.flat()), el("p", { class: "careful", text: CAREFUL }), heading, guideline);
    Object.assign(this, { guideline, heading });
  }

  paint(guideline) {
    this.heading.textContent = guideline ? `Guideline, version ${guideline.version}` : "";
    this.guideline.textContent = guideline?.text ?? "";
    this.guideline.hidden = !guideline;
  }
}

export class ArticleList extends Dialog {
  constructor(open) {
    const list = el("ul", { class: "articles" });
    const filter = el("input", { type: "search", placeholder: "Find an article", "aria-label": "Find an article" });
    super("Articles", filter, list);
    Object.assign(this, { list, filter, pick: open });
    filter.addEventListener("input", () => this.#filter());
    filter.addEventListener("keydown", (event) => event.key === "Enter" && this.#buttons()[0]?.click());
    this.node.addEventListener("keydown", (event) => this.#step(event));
  }

  open() {
    super.open();
    (this.list.querySelector("[aria-current]") ?? this.#buttons()[0])?.focus();
  }

  #buttons() {
    return [...this.list.querySelectorAll("li:not([hidden]) button")];
  }

  /** The arrows go through the list. */
  #step(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = this.#buttons();
    const at = buttons.indexOf(this.node.getRootNode().activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  }

  paint(articles, slug) {
    this.filter.hidden = articles.length < 8;
    this.list.replaceChildren(...articles.map((article) => this.#entry(article, article.slug === slug)));
    this.#filter();
  }

  #entry({ slug, title, claims, labelled, open }, isHere) {
    const state = labelled >= claims && claims > 0 ? "done" : labelled > 0 ? "begun" : "new";
    const onclick = () => {
      this.node.close();
      if (!isHere) this.pick(slug);
    };
    const button = el("button", { type: "button", onclick, "data-state": state },
      el("span", { class: "name", text: title }),
      el("span", { class: "far", text: `${labelled} of ${claims}${open ? `, evidence missing: ${open}` : ""}` }),
      el("progress", { max: Math.max(1, claims), value: labelled, "aria-hidden": "true" }));
    setAttribute(button, "aria-current", isHere ? "true" : null);
    return el("li", { "data-title": title.toLowerCase() }, button);
  }

  #filter() {
    const text = this.filter.value.trim().toLowerCase();
    for (const item of this.list.children) item.hidden = !item.dataset.title.includes(text);
  }
}
