// How the quote that is typed stands in its source, and what is odd about its numbers beside the claim's. It only points
// things out: nothing is refused for it.

import { el, setAttribute } from "./dom.js";

const FOUND_IN = { abstract: "the abstract", text: "the text you pasted" };
const MOST_CHANGES = 6;

/** The check in a few words: {tone: good|doubt|bad|null, words}. */
export function checkWords({ match, against }) {
  const where = FOUND_IN[against];
  switch (match) {
    case "verbatim": return { tone: "good", words: `✓ Word for word in ${where}` };
    case "near": return { tone: "doubt", words: `≈ Nearly in ${where}` };
    case "absent": return { tone: "bad", words: `✗ Not found in ${where}` };
    default: return { tone: null, words: "No text to compare with" };
  }
}

/** What differs between source and quote, as pieces to show: the source's words struck out, the quote's marked. */
export function changePieces(changes) {
  const shown = changes.slice(0, MOST_CHANGES);
  const rest = changes.length - shown.length;
  const pieces = shown.map(([source, quote]) => ({ source, quote }));
  return rest ? [...pieces, { more: rest }] : pieces;
}

/** The check of a quote as nodes: the verdict, the differing words, what was left out, the remarks on numbers. */
export function checkNodes(check) {
  const { tone, words } = checkWords(check);
  const changes = changePieces(check.changes).map((piece) => piece.more ? el("span", { class: "quiet", text: `and ${piece.more} more` })
    : el("span", { class: "change" }, piece.source ? el("del", { text: piece.source }) : null, piece.quote ? el("ins", { text: piece.quote }) : null));
  return [
    el("p", { class: "found-in", "data-tone": tone, dir: "auto" }, el("span", { text: words + (changes.length ? ":" : "") }), changes.flatMap((change) => [" ", change])),
    check.left_out ? el("p", { class: "found-in", "data-tone": "bad", dir: "auto", text: `! The source says “${check.left_out}” where you quote` }) : null,
    ...check.remarks.map((remark) => el("p", { class: "found-in", "data-tone": "doubt", dir: "auto", text: `! ${remark}` })),
  ].filter(Boolean);
}

export class QuoteCheck {
  /** `typed()` is called when the text to compare with changes. */
  constructor(typed) {
    this.said = el("div", { class: "said-of-quote", role: "status" });
    this.button = el("button", { type: "button", class: "paste-text", text: "Paste its text to check", onclick: () => this.#open() });
    this.text = el("textarea", { name: "pasted", rows: 2, "aria-label": "The source's text, to check the quote; not kept", placeholder: "The source's text: only to check the quote, not kept" });
    this.text.addEventListener("input", (event) => {
      event.stopPropagation(); // it is no part of the citation
      typed();
    });
    this.node = el("div", { class: "quote-check" }, this.said, this.button, this.text);
    this.clear();
  }

  get pasted() {
    return this.text.value;
  }

  clear() {
    this.text.value = "";
    this.text.hidden = true;
    this.paint(null);
  }

  #open() {
    this.text.hidden = false;
    this.button.hidden = true;
    this.text.focus();
  }

  paint(check) {
    this.said.replaceChildren(...(check ? checkNodes(check) : []));
    setAttribute(this.node, "data-match", check?.match ?? null);
    this.button.hidden = !check || check.match === "verbatim" || !this.text.hidden;
  }
}
