// The article as one reads it, every unit marked by its state. Built once; after that only attributes change.

import { toBlocks, toCells } from "./blocks.js";
import { el, setAttribute, toPieces, words } from "./dom.js";

const TAGS = { title: "h2", heading: "h3", paragraph: "p", item: "li", row: "div", reference: "p", boilerplate: "p" };
const GROUPS = { item: "ul", row: "div" };
const CHUNK = 24; // units that the browser lays out together, or leaves alone while they are out of sight
const FLAGS = ["contradicted", "retracted", "disagreement", "unsupported", "weak", "open", "old"]; // the gravest first

export class Article {
  /** `onPick(id)` is called for the unit that is clicked, or entered from the keyboard. */
  constructor(units, tail, onPick) {
    this.marks = units.map((unit) => buildUnit(unit));
    this.body = el("article", { class: "text" });
    this.current = null;
    this.#build(units, tail);
    this.node = el("div", { class: "reader" }, this.body);
    const pick = (event) => {
      const mark = event.target.closest?.("[data-unit]");
      if (mark && document.getSelection().isCollapsed) onPick(mark.dataset.unit);
    };
    this.body.addEventListener("click", pick);
    this.body.addEventListener("keydown", (event) => {
      if ((event.key !== "Enter" && event.key !== " ") || event.repeat) return;
      event.preventDefault();
      pick(event);
    });
  }

  #build(units, tail) {
    let chunk = null;
    let group = null;
    let shape = null;
    let room = 0;
    for (const block of toBlocks(units, tail)) {
      if (room <= 0 && block.shape !== shape) {
        chunk = el("div", { class: "chunk" });
        this.body.append(chunk);
        room = CHUNK;
        shape = null;
      }
      if (block.shape !== shape) {
        shape = block.shape;
        group = GROUPS[shape] ? el(GROUPS[shape], { class: `group ${shape}s` }) : chunk;
        if (group !== chunk) chunk.append(group);
      }
      group.append(...between(block.between), this.#block(block, units));
      room -= block.runs.length;
    }
  }

  #block(block, units) {
    const { shape } = block;
    const kind = units[block.runs[0].index].kind;
    const node = el(TAGS[shape], { class: `block ${shape} ${kind}`, dir: "auto" });
    if (block.marker) node.append(marks(block.marker));
    for (const { gap, index } of block.runs) node.append(...toPieces(gap), this.marks[index]);
    if (block.trail) node.append(marks(block.trail));
    return node;
  }

  /**
   * Paint one unit: `state` of the reviewer's label, whether evidence is missing, in the queue, typed and not added; `against`: what is known
   * against its evidence, "bad" or "doubt".
   */
  mark(index, { state, isOpen, isInQueue, isDraft = false, against = null }) {
    const mark = this.marks[index];
    setAttribute(mark, "data-state", state);
    setAttribute(mark, "data-open", isOpen ? "yes" : "no");
    setAttribute(mark, "data-queue", isInQueue ? "yes" : "no");
    setAttribute(mark, "data-draft", isDraft ? "yes" : null);
    setAttribute(mark, "data-against", against);
    const described = [isInQueue || state !== "none" ? `state-${state}` : "state-unit", isOpen && "state-open", isDraft && "state-draft", against && `against-${against}`];
    setAttribute(mark, "aria-describedby", described.filter(Boolean).join(" "));
  }

  /** Paint the editor's flags instead: the gravest gives the mark. */
  flag(index, flags) {
    const gravest = FLAGS.find((name) => flags.includes(name));
    this.mark(index, { state: "none", isOpen: flags.includes("open"), isInQueue: flags.length > 0 });
    setAttribute(this.marks[index], "data-flag", gravest ?? null);
    if (gravest) setAttribute(this.marks[index], "title", flags.map(words).join(", "));
  }

  /** Move the band to a unit (-1: none) and bring it into view. */
  show(index) {
    const next = this.marks[index] ?? null;
    if (this.current !== next) {
      const hadFocus = this.current !== null && this.current.getRootNode().activeElement === this.current;
      if (this.current) {
        this.current.removeAttribute("aria-current");
        this.current.tabIndex = -1;
      }
      this.current = next;
      if (next) {
        next.setAttribute("aria-current", "true");
        next.tabIndex = 0;
        if (hadFocus) next.focus({ preventScroll: true });
      }
    }
    this.follow();
  }

  /** Turn a page, on (1) or back (-1). */
  scroll(step) {
    this.node.scrollBy({ top: step * this.node.clientHeight * 0.85 });
  }

  /** Bring the unit in hand into view: scroll once a frame, however many keys came in it; again in the next, when far blocks have found their height. */
  follow() {
    if (this.isFollowing) return;
    this.isFollowing = true;
    requestAnimationFrame(() => {
      this.isFollowing = false;
      if (this.#bringIntoView()) requestAnimationFrame(() => this.#bringIntoView());
    });
  }

  #bringIntoView() {
    if (!this.current?.isConnected) return false;
    const view = this.node.getBoundingClientRect();
    const isRow = this.current.classList.contains("cells"); // a row's own box is its block's
    const mark = (isRow ? this.current.parentNode : this.current).getBoundingClientRect();
    const edge = Math.min(view.height * 0.22, 160);
    const isSeen = mark.top >= view.top + edge && mark.bottom <= view.bottom - edge;
    if (isSeen || view.height === 0) return false;
    const isTall = mark.height > view.height * 0.5;
    const way = isTall ? mark.top - view.top - 24 : (mark.top + mark.bottom) / 2 - view.top - view.height * 0.4;
    this.node.scrollTop += way;
    return Math.abs(way) > view.height;
  }
}

function buildUnit(unit) {
  const isRow = unit.kind === "table_row" || unit.kind === "table_header";
  const mark = el("span", { class: isRow ? "unit cells" : "unit", "data-unit": unit.id, role: "button", tabindex: "-1" });
  if (!isRow) {
    mark.append(el("span", { class: "words", text: unit.text }));
    return mark;
  }
  for (const { text, separator } of toCells(unit.text)) {
    const cell = el("span", { class: "cell" }, el("span", { class: "words", text }));
    if (separator) cell.append(marks(separator));
    mark.append(cell);
  }
  return mark;
}

const marks = (text) => el("span", { class: text.trim() ? "marks" : "blank", text });

/** The text between two blocks: blank lines, and lines without a letter (rules, empty headings), which stay on the page. */
const between = (text) => (text.trim() ? [el("span", { class: "rule", text })] : toPieces(text));
