// The citations of the claim in hand, and the form that adds one. What is typed is kept as a draft of that claim.

import { el, keyButton, setAttribute, sourceLink, sourceWords } from "./dom.js";

const STANCES = [["supports", "supports it"], ["contradicts", "contradicts it"], ["context", "context"]];
const STANCE_OF = { supported: "supports", contradicted: "contradicts" };
const ASK_PAUSE = 200; // milliseconds without typing before the desk is asked what the identifier names

export class CiteForm {
  /** `acts`: cite(claimId, fields, source), uncite(claimId, citation), ask(text) -> number, say(words). */
  constructor(drafts, acts) {
    Object.assign(this, { drafts, acts, claimId: null, asked: null, answer: null });
    const input = (name, label, attributes = {}) =>
      el(attributes.rows ? "textarea" : "input", { name, "aria-label": label, placeholder: label, autocomplete: "off", ...attributes });
    this.list = el("ul", { class: "citations", "aria-label": "Citations" });
    this.fields = {
      identifier: input("identifier", "DOI, PMID, PMCID, NCT, ISBN or address", { spellcheck: "false" }),
      quote: input("quote", "Words quoted from the source", { rows: 2 }),
      place: input("place", "Where in the source: page, table, section"),
    };
    this.fields.identifier.setAttribute("aria-describedby", "parsed");
    this.parsed = el("div", { class: "parsed", id: "parsed", role: "status" });
    this.stances = STANCES.map(([value, label]) =>
      el("label", {}, el("input", { type: "radio", name: "stance", value }), el("span", { text: label })));
    this.form = el("form", { class: "cite", "aria-label": "Add a citation", novalidate: true },
      el("div", { class: "row" }, this.fields.identifier, keyButton("Add", "", { class: "add", onclick: () => this.add() })),
      this.parsed,
      el("div", { class: "more" },
        el("div", { class: "choice", role: "radiogroup", "aria-label": "What it does to the claim" }, this.stances),
        this.fields.quote, this.fields.place));
    this.node = el("section", { class: "citing" }, el("h3", {}, "Citations", el("kbd", { text: "C", "aria-hidden": "true" })), this.list, this.form);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#typed());
    this.form.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #onKey(event) {
    if (event.key !== "Enter" || event.isComposing || event.repeat) return;
    if (event.target === this.fields.quote && !event.ctrlKey && !event.metaKey) return;
    if (event.target.tagName === "BUTTON") return;
    event.preventDefault();
    this.add();
  }

  get stance() {
    return this.stances.map((label) => label.firstChild).find((radio) => radio.checked)?.value ?? "context";
  }

  #set({ identifier = "", quote = "", place = "" }) {
    Object.entries({ identifier, quote, place }).forEach(([name, value]) => {
      if (this.fields[name].value !== value) this.fields[name].value = value;
    });
  }

  #typed() {
    const { identifier, quote, place } = this.fields;
    const draft = { identifier: identifier.value, quote: quote.value, place: place.value, stance: this.stance };
    if (draft.identifier || draft.quote || draft.place) this.drafts.put(`${this.claimId}.cite`, draft);
    else this.drafts.remove(`${this.claimId}.cite`);
    if (this.asked?.text === draft.identifier) return;
    clearTimeout(this.pause);
    this.#showAnswer(null);
    if (draft.identifier.trim()) this.pause = setTimeout(() => this.#ask(), ASK_PAUSE);
  }

  #ask() {
    const text = this.fields.identifier.value;
    this.asked = { text, n: this.acts.ask(text) };
  }

  /** Take in what the desk says of the identifier it was last asked about. */
  hear(answer) {
    if (answer.n === this.asked?.n && this.asked.text === this.fields.identifier.value) this.#showAnswer(answer);
  }

  #showAnswer(answer) {
    this.answer = answer;
    if (answer === null) this.asked = null;
    setAttribute(this.parsed, "data-ok", answer ? String(answer.ok) : null);
    if (answer?.ok) return this.parsed.replaceChildren("✓ ", sourceLink(sourceWords(answer.source), answer.source.url));
    const choices = (answer?.choices ?? []).map((choice) =>
      el("button", { type: "button", class: "pick", text: choice, onclick: () => this.#choose(choice) }));
    return this.parsed.replaceChildren(...(answer ? [el("span", { text: answer.reason }), ...choices] : []));
  }

  #choose(text) {
    this.fields.identifier.value = text;
    this.fields.identifier.focus();
    this.#typed();
  }

  /** Add the citation as typed. A reason already known to refuse it is shown instead; the desk has the last word. */
  add() {
    const { identifier, quote, place } = this.fields;
    const text = identifier.value.trim();
    identifier.focus();
    if (!text) {
      this.#showAnswer({ ok: false, reason: "Type what names the source: a DOI, a PMID, an address." });
      return;
    }
    const known = this.asked?.text === identifier.value ? this.answer : null;
    if (known && !known.ok) return;
    clearTimeout(this.pause);
    this.acts.cite(this.claimId, { identifier: text, stance: this.stance, quote: quote.value.trim(), place: place.value.trim() }, known?.source);
    this.drafts.remove(`${this.claimId}.cite`);
    this.#set({});
    this.#showAnswer(null);
    this.acts.say(`Citation added: ${known ? sourceWords(known.source) : text}`);
  }

  /** Show the citations of a claim, and what was typed for it. */
  show(claimId, label) {
    if (this.claimId !== claimId) {
      this.claimId = claimId;
      clearTimeout(this.pause);
      this.#showAnswer(null);
      this.reload();
    }
    const draft = this.drafts.get(`${claimId}.cite`);
    const stance = draft?.stance ?? STANCE_OF[label.verdict] ?? "context";
    for (const { firstChild: radio } of this.stances) radio.checked = radio.value === stance;
    this.#list(label.citations);
  }

  /** Fill the form from the claim's draft, as after a refusal has put one back. */
  reload() {
    this.#set(this.drafts.get(`${this.claimId}.cite`) ?? {});
    if (this.fields.identifier.value.trim()) this.#ask();
  }

  #list(citations) {
    const signature = JSON.stringify(citations);
    if (this.signature === signature) return;
    this.signature = signature;
    this.list.replaceChildren(...citations.map((citation) => this.#entry(citation)));
    this.list.hidden = citations.length === 0;
  }

  #entry(citation) {
    const shown = sourceWords(citation);
    const onclick = () => this.acts.uncite(this.claimId, citation);
    const canGo = citation.type !== ""; // one whose source the desk has not named yet cannot be taken off by name
    return el("li", { "data-stance": citation.stance, "data-waiting": citation.waiting === true },
      el("div", {}, el("span", { class: "stance", text: citation.stance }), sourceLink(shown, citation.url),
        canGo ? el("button", { type: "button", class: "remove", "aria-label": `Remove ${shown}`, title: "Remove", text: "×", onclick }) : null),
      citation.quote ? el("blockquote", { text: citation.quote, dir: "auto" }) : null,
      citation.place ? el("p", { class: "where-in", text: citation.place }) : null);
  }

  /** Go to the form; `verdict` is the one that this citation is to carry, on a desk that wants the citation first. */
  focus(verdict = null) {
    const stance = STANCE_OF[verdict];
    if (stance) for (const { firstChild: radio } of this.stances) radio.checked = radio.value === stance;
    this.fields.identifier.focus();
  }
}
