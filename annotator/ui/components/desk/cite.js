// The form that adds a citation to the claim in hand, or changes one. What is typed is kept as a draft of that claim. The
// desk is asked about it on the side; nothing here waits for an answer.

import { CitationList } from "./citations.js";
import { el, keyButton, setText, sourceWords } from "./dom.js";
import { citationKey, isSameCitation } from "./labels.js";
import { OfferList } from "./offers.js";
import { QuoteCheck } from "./quote_check.js";
import { ASK_PAUSE, QUOTE_PAUSE, SourceQuestion } from "./question.js";
import { Resolved } from "./resolved.js";
import { StanceField, stanceOf } from "./stances.js";
import { StrengthField } from "./strengths.js";

const FORM_FIELDS = ["identifier", "quote", "place"];

export class CiteForm {
  /**
   * `acts`: cite(claimId, fields, source), uncite(claimId, citation) to change one, remove(claimId, citation) and
   * putBack() to take one off and undo that, ask(fields) -> number, say(words), leave() to the claim's keys,
   * drafted(claimId) when a draft has come or gone, isThere(claimId) whether a citation can be kept for it,
   * verdict(command, at, cap) for a verdict key, weigh(citation) to ask for its strength, offers(claimId) -> groups for the empty field, describe(citation) what
   * is known of one, learned(source, quote, answer) when the desk told something of a source.
   */
  constructor(drafts, acts) {
    Object.assign(this, { drafts, acts, claimId: null, label: null, answer: null, edits: null, isPasted: false, rest: [] });
    const input = (name, label, attributes = {}) =>
      el(attributes.rows ? "textarea" : "input", { name, "aria-label": label, placeholder: label, autocomplete: "off", ...attributes });
    this.list = new CitationList({
      edit: (citation) => this.#edit(citation),
      remove: (citation) => acts.remove(this.claimId, citation),
      putBack: () => acts.putBack(),
      weigh: (citation) => acts.weigh(citation),
      describe: (citation) => acts.describe(citation),
    });
    this.fields = {
      identifier: input("identifier", "DOI, PMID, PMCID, NCT, ISBN or address", { spellcheck: "false", "aria-describedby": "parsed draft", "aria-controls": "offers" }),
      quote: input("quote", "Words quoted from the source", { rows: 2, dir: "auto" }),
      place: input("place", "Where in the source: page, table, section", { dir: "auto" }),
    };
    const typed = () => ({ text: this.fields.identifier.value, quote: this.fields.quote.value, pasted: this.check.pasted, typing: this.#isTyping });
    this.question = new SourceQuestion(typed, (fields) => acts.ask(fields));
    this.offers = new OfferList((source) => this.#choose(sourceWords(source), true));
    this.resolved = new Resolved((text) => this.#choose(text, Boolean(this.answer?.several)));
    this.check = new QuoteCheck(() => this.question.soon(QUOTE_PAUSE));
    this.strength = new StrengthField({ changed: () => this.#typed(), verdict: acts.verdict, add: () => this.add() });
    this.stance = new StanceField();
    this.draft = el("p", { class: "draft", id: "draft" });
    this.save = keyButton("Add", "", { class: "add", onclick: () => this.add() });
    this.drop = keyButton("Leave it as it was", "", { class: "drop", onclick: () => this.#leaveAsItWas() });
    this.form = el("form", { class: "cite", "aria-label": "Add a citation", novalidate: true },
      this.fields.identifier, this.offers.node, this.resolved.node,
      el("div", { class: "more" }, this.stance.wants, this.stance.node,
        this.fields.quote, this.check.node, this.strength.node,
        el("div", { class: "last" }, this.fields.place, this.save)),
      this.draft, this.drop);
    this.ways = el("span", { class: "search-ways" });
    this.node = el("section", { class: "citing" },
      el("h3", {}, "Citations", el("kbd", { text: "C", "aria-hidden": "true" }), this.ways), this.list.node, this.form);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.#typed(event));
    this.form.addEventListener("keydown", (event) => this.#onKey(event));
    this.fields.identifier.addEventListener("focus", () => this.#offer());
    this.fields.identifier.addEventListener("blur", () => this.offers.close());
  }

  #onKey(event) {
    if (event.isComposing || event.repeat) return;
    if (event.target === this.fields.identifier && this.#keyInIdentifier(event)) return void event.preventDefault();
    if (event.key !== "Enter" || event.target.tagName === "BUTTON") return;
    const isAsked = event.ctrlKey || event.metaKey;
    if (event.target === this.fields.quote && !isAsked) {
      if (event.shiftKey) return; // a new line
      event.preventDefault();
      this.strength.focus();
      return;
    }
    if (event.target === this.check.text && !isAsked) return;
    event.preventDefault();
    this.add();
  }

  /** The keys of the first field: the arrows, Enter for an offer, Tab on to the quote. True where one was ours. */
  #keyInIdentifier(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (!this.offers.move(step)) this.#turnStance(step);
      this.#nameChosen();
      return true;
    }
    if (event.key === "Enter" && this.offers.chosen) {
      this.#choose(sourceWords(this.offers.chosen.source), true);
      return true;
    }
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || this.resolved.isAsking) return false;
    this.fields.quote.focus();
    return true;
  }

  #turnStance(step) {
    this.acts.say(this.stance.turn(step));
    this.#typed();
  }

  #nameChosen() {
    const { identifier } = this.fields;
    if (this.offers.at >= 0) identifier.setAttribute("aria-activedescendant", `offer-${this.offers.at}`);
    else identifier.removeAttribute("aria-activedescendant");
  }

  #set({ identifier = "", quote = "", place = "", stance = null, strength = null, edits = null }) {
    Object.entries({ identifier, quote, place }).forEach(([name, value]) => {
      if (this.fields[name].value !== value) this.fields[name].value = value;
    });
    this.edits = edits;
    this.strength.set(strength);
    this.stance.choose(stance);
    this.stance.settle();
  }

  #typed(event = null) {
    const target = event?.target;
    this.stance.choose(target?.name === "stance" ? target.value : this.stance.chosen);
    const { identifier, quote, place } = this.fields;
    const draft = { identifier: identifier.value, quote: quote.value, place: place.value, stance: this.stance.chosen, strength: this.strength.chosen, edits: this.edits };
    this.#keep(draft.identifier || draft.quote || draft.place || draft.edits ? draft : null);
    if (target === identifier) {
      this.isPasted = event.inputType === "insertFromPaste";
      this.offers.loosen();
    }
    if (this.answer && this.answer.text !== identifier.value) this.#showAnswer(null);
    const isSame = this.question.isAbout(identifier.value);
    if (isSame && this.question.isAboutQuote(quote.value)) return;
    if (!this.question.isAboutQuote(quote.value)) this.check.paint(null);
    this.#offer();
    if (identifier.value.trim()) this.question.soon(isSame ? QUOTE_PAUSE : ASK_PAUSE);
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

  /** Take in what the desk says of what it was last asked about. */
  hear(answer) {
    const asked = this.question.heard(answer);
    if (!asked) return;
    this.#showAnswer({ ...answer, text: asked.text });
    if (asked.quote === this.fields.quote.value) this.check.paint(answer.quote ?? null);
    if (!this.offers.chosen) this.#offer(); // who has gone into the list chooses from it
    if (answer.several) this.rest = answer.several.map((source) => ({ source }));
    if (!answer.ok) return;
    this.acts.learned(answer.source, asked.quote, answer);
    if (answer.about?.pending) this.question.again();
  }

  /** Whether the identifier is being typed by hand: what stands there may be a part of it. */
  get #isTyping() {
    const { identifier } = this.fields;
    return !this.isPasted && identifier.getRootNode().activeElement === identifier;
  }

  /** Offer what fits: for the empty field what is known of the claim, else what the desk found. A pasted identifier needs none. */
  #offer() {
    const { identifier } = this.fields;
    const text = identifier.value;
    const known = this.answer?.text === text ? this.answer : null;
    if (identifier.getRootNode().activeElement !== identifier || this.edits) this.offers.close();
    else if (!text.trim()) this.offers.show([{ title: "Also in what you pasted", offers: this.rest }, ...this.acts.offers(this.claimId)]);
    else if (known && !(known.ok && this.isPasted) && !known.choices?.length) this.offers.show(known.offers ?? []);
    else if (known || this.isPasted) this.offers.close();
    this.#nameChosen();
  }

  /** The claim's offers have come: show them where they are waited for. */
  offersCame(claimId) {
    if (claimId === this.claimId && !this.fields.identifier.value.trim()) this.#offer();
  }

  #showAnswer(answer) {
    this.answer = answer;
    if (answer === null) this.question.drop();
    this.resolved.paint(answer);
    this.strength.suggest(answer?.about?.strength ?? null);
  }

  #choose(text, isOffered = false) {
    this.fields.identifier.value = text;
    this.fields.identifier.focus();
    this.isPasted = isOffered;
    this.offers.close();
    this.#typed();
    if (isOffered) this.question.soon(0);
  }

  /**
   * A verdict key. With a citation ready, one that waits for nothing but its strength or its stance, that is added first,
   * with the stance that the verdict brings. False where something is missing that the person must give before.
   */
  finish(verdict) {
    const { isAsked } = this.stance;
    if (this.node.getRootNode().activeElement !== this.strength.list && !isAsked) return true;
    if (!this.stance.value && !stanceOf(verdict) && isAsked) return true; // asked once: it stays a draft
    this.stance.choose(this.stance.value ?? stanceOf(verdict));
    return this.add();
  }

  /** Add the citation as typed, or save the one that is edited, and go back to the claim's keys; what is missing is asked for. */
  add() {
    const { identifier, quote, place } = this.fields;
    const text = identifier.value.trim();
    const known = this.answer?.text === identifier.value ? this.answer : null;
    if (!text || (known && !known.ok)) {
      identifier.focus();
      if (!text) this.#showAnswer({ ok: false, text: identifier.value, reason: "Type what names the source: a DOI, a PMID, an address." });
      return false;
    }
    if (!this.acts.isThere(this.claimId)) {
      setText(this.draft, "✎ The claim is being cut anew: this goes with its words. Enter adds it then.");
      return false;
    }
    if (!this.stance.value) {
      this.stance.ask();
      return false;
    }
    const named = known ? sourceWords(known.source) : text;
    const fields = { identifier: text, stance: this.stance.value, quote: quote.value.trim(), place: place.value.trim(), strength: this.strength.value };
    this.rest = this.rest.filter(({ source }) => sourceWords(source) !== named);
    const edited = this.edits && this.label.citations.find((citation) => isSameCitation(citation, this.edits));
    this.#empty();
    if (edited) this.acts.uncite(this.claimId, edited);
    this.acts.cite(this.claimId, fields, known?.source);
    this.acts.leave();
    this.acts.say(`Citation ${edited ? "saved" : "added"}: ${named}. C for another.`);
    return true;
  }

  #empty() {
    this.#set({});
    this.#showAnswer(null);
    this.check.clear();
    this.offers.close();
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
      this.paintList();
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
    this.stance.bring(label?.verdict);
    if (isOther) {
      this.rest = [];
      this.#showAnswer(null);
      this.check.clear();
      this.reload();
    }
    this.paintList();
  }

  paintList() {
    this.list.paint(this.claimId, this.label.citations, this.edits);
  }

  /** Fill the form from the claim's draft, as after a refusal has put one back. */
  reload() {
    this.#set(this.drafts.get(`${this.claimId}.cite`) ?? {});
    this.#paintDraft();
    this.offers.close();
    if (FORM_FIELDS.some((name) => this.fields[name].value.trim()) && this.fields.identifier.value.trim()) this.question.now();
  }

  /** Go to the form; `verdict` is the one that this citation is to carry, on a desk that wants the citation first. */
  focus(verdict = null) {
    this.stance.choose(stanceOf(verdict) ?? this.stance.chosen);
    this.fields.identifier.focus();
    this.form.scrollIntoView({ block: "nearest" });
  }
}
