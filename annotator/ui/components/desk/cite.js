// The form that adds a citation to the claim in hand, or changes one. What is typed is kept as a draft of that claim.

import { CitationList } from "./citations.js";
import { el, keyButton, setAttribute, setText, sourceLink, sourceWords } from "./dom.js";
import { citationKey, isSameCitation } from "./labels.js";

const STANCES = [["supports", "supports it"], ["contradicts", "contradicts it"], ["context", "context"]];
const STANCE_OF = { supported: "supports", contradicted: "contradicts" };
const ASK_PAUSE = 200; // milliseconds without typing before the desk is asked what the identifier names
const WHICH_STANCE = "Say what it does to the claim: Space supports it, → contradicts it, ← is context. Then Enter.";

export class CiteForm {
  /**
   * `acts`: cite(claimId, fields, source), uncite(claimId, citation) to change one, remove(claimId, citation) and
   * putBack() to take one off and undo that, ask(text) -> number, say(words), leave() to the claim's keys,
   * drafted(claimId) when a draft has come or gone, isThere(claimId) whether a citation can be kept for it.
   */
  constructor(drafts, acts) {
    Object.assign(this, { drafts, acts, claimId: null, label: null, asked: null, answer: null, chosen: null, edits: null });
    const input = (name, label, attributes = {}) =>
      el(attributes.rows ? "textarea" : "input", { name, "aria-label": label, placeholder: label, autocomplete: "off", ...attributes });
    this.list = new CitationList({
      edit: (citation) => this.#edit(citation),
      remove: (citation) => acts.remove(this.claimId, citation),
      putBack: () => acts.putBack(),
    });
    this.fields = {
      identifier: input("identifier", "DOI, PMID, PMCID, NCT, ISBN or address", { spellcheck: "false", "aria-describedby": "parsed draft" }),
      quote: input("quote", "Words quoted from the source", { rows: 2 }),
      place: input("place", "Where in the source: page, table, section"),
    };
    this.parsed = el("div", { class: "parsed", id: "parsed", role: "status" });
    this.wants = el("p", { class: "wants", id: "wants", role: "alert" });
    this.draft = el("p", { class: "draft", id: "draft" });
    this.stances = STANCES.map(([value, label]) =>
      el("label", {}, el("input", { type: "radio", name: "stance", value, "aria-describedby": "wants" }), el("span", { text: label })));
    this.save = keyButton("Add", "", { class: "add", onclick: () => this.add() });
    this.drop = keyButton("Leave it as it was", "", { class: "drop", onclick: () => this.#leaveAsItWas() });
    this.form = el("form", { class: "cite", "aria-label": "Add a citation", novalidate: true },
      el("div", { class: "row" }, this.fields.identifier, this.save),
      this.parsed,
      el("div", { class: "more" }, this.wants,
        el("div", { class: "choice", role: "radiogroup", "aria-label": "What it does to the claim" }, this.stances),
        this.fields.quote, this.fields.place),
      this.draft, this.drop);
    this.node = el("section", { class: "citing" },
      el("h3", {}, "Citations", el("kbd", { text: "C", "aria-hidden": "true" })), this.list.node, this.form);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.#typed(event.target));
    this.form.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.target === this.fields.identifier && !event.isComposing) {
      event.preventDefault();
      this.#turnStance(step);
    }
    if (event.key !== "Enter" || event.isComposing || event.repeat) return;
    if (event.target === this.fields.quote && !event.ctrlKey && !event.metaKey) return;
    if (event.target.tagName === "BUTTON") return;
    event.preventDefault();
    this.add();
  }

  /** The stance that is chosen, or that the verdict brings; null asks for one. */
  get stance() {
    return this.chosen ?? STANCE_OF[this.label?.verdict] ?? null;
  }

  #turnStance(step) {
    const at = STANCES.findIndex(([value]) => value === this.stance);
    const next = at < 0 && step < 0 ? STANCES.length - 1 : (at + step + STANCES.length) % STANCES.length;
    [this.chosen] = STANCES[next];
    this.acts.say(STANCES[next][1]);
    this.#typed();
  }

  #paintStance() {
    for (const { firstChild: radio } of this.stances) radio.checked = radio.value === this.stance;
    if (this.stance) setText(this.wants, "");
  }

  #set({ identifier = "", quote = "", place = "", stance = null, edits = null }) {
    Object.entries({ identifier, quote, place }).forEach(([name, value]) => {
      if (this.fields[name].value !== value) this.fields[name].value = value;
    });
    Object.assign(this, { chosen: stance, edits });
    setText(this.wants, "");
    this.#paintStance();
  }

  #typed(target = null) {
    if (target?.name === "stance") this.chosen = target.value;
    this.#paintStance();
    const { identifier, quote, place } = this.fields;
    const draft = { identifier: identifier.value, quote: quote.value, place: place.value, stance: this.chosen, edits: this.edits };
    this.#keep(draft.identifier || draft.quote || draft.place || draft.edits ? draft : null);
    if (this.asked?.text === draft.identifier) return;
    clearTimeout(this.pause);
    this.#showAnswer(null);
    if (draft.identifier.trim()) this.pause = setTimeout(() => this.#ask(), ASK_PAUSE);
  }

  #keep(draft) {
    if (draft) this.drafts.put(`${this.claimId}.cite`, draft);
    else this.drafts.remove(`${this.claimId}.cite`);
    this.#paintDraft();
    this.acts.drafted(this.claimId);
  }

  #paintDraft() {
    const isTyped = Object.values(this.fields).some((field) => field.value);
    setText(this.draft, this.edits ? "✎ Being edited, not saved: Enter saves it" : isTyped ? "✎ Draft, not added: Enter in its field adds it" : "");
    setText(this.save.firstChild, this.edits ? "Save" : "Add");
    this.drop.hidden = !this.edits;
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

  /** Add the citation as typed, or save the one that is edited, and go back to the claim's keys; what is missing is asked for. */
  add() {
    const { identifier, quote, place } = this.fields;
    const text = identifier.value.trim();
    const known = this.asked?.text === identifier.value ? this.answer : null;
    if (!text || (known && !known.ok)) {
      identifier.focus();
      if (!text) this.#showAnswer({ ok: false, reason: "Type what names the source: a DOI, a PMID, an address." });
      return;
    }
    if (!this.acts.isThere(this.claimId)) {
      setText(this.draft, "✎ The claim is being cut anew: this goes with its words. Enter adds it then.");
      return;
    }
    if (!this.stance) {
      setText(this.wants, WHICH_STANCE);
      this.stances[0].firstChild.focus();
      return;
    }
    const fields = { identifier: text, stance: this.stance, quote: quote.value.trim(), place: place.value.trim() };
    const edited = this.edits && this.label.citations.find((citation) => isSameCitation(citation, this.edits));
    this.#empty();
    if (edited) this.acts.uncite(this.claimId, edited);
    this.acts.cite(this.claimId, fields, known?.source);
    this.acts.leave();
    this.acts.say(`Citation ${edited ? "saved" : "added"}: ${known ? sourceWords(known.source) : text}. C for another.`);
  }

  #empty() {
    clearTimeout(this.pause);
    this.#set({});
    this.#showAnswer(null);
    this.#keep(null);
  }

  /** Put a citation of the list into the form. What is typed there already is not thrown away for it. */
  #edit(citation) {
    if (this.drafts.get(`${this.claimId}.cite`)) {
      const words = "Another citation is typed here: add it, or clear its fields, first.";
      this.acts.say(words);
      setText(this.draft, `✎ ${words}`);
    } else {
      const key = citationKey(citation);
      this.#set({ ...key, identifier: sourceWords(citation), edits: key });
      this.#typed();
      this.list.paint(this.claimId, this.label.citations, this.edits);
    }
    this.fields.identifier.focus();
  }

  #leaveAsItWas() {
    this.#empty();
    this.list.paint(this.claimId, this.label.citations, null);
    this.acts.leave();
    this.acts.say("Left as it was");
  }

  /** Show the citations of a claim, and what was typed for it. */
  show(claimId, label) {
    const isOther = this.claimId !== claimId;
    Object.assign(this, { claimId, label });
    if (isOther) {
      clearTimeout(this.pause);
      this.#showAnswer(null);
      this.reload();
    }
    this.#paintStance();
    this.list.paint(claimId, label.citations, this.edits);
  }

  /** Fill the form from the claim's draft, as after a refusal has put one back. */
  reload() {
    this.#set(this.drafts.get(`${this.claimId}.cite`) ?? {});
    this.#paintDraft();
    if (this.fields.identifier.value.trim()) this.#ask();
  }

  /** Go to the form; `verdict` is the one that this citation is to carry, on a desk that wants the citation first. */
  focus(verdict = null) {
    this.chosen = STANCE_OF[verdict] ?? this.chosen;
    this.#paintStance();
    this.fields.identifier.focus();
  }
}
