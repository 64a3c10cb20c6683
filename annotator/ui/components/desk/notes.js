// Rationale, search note and confidence of the claim in hand: saved when the field is left, after a pause, and before
// another claim comes. What is typed is kept as a draft of its claim from the first letter.

import { el, setText } from "./dom.js";
import { NOTE_FIELDS } from "./labels.js";

const NOTE_PAUSE = 1000;
const LEVELS = ["low", "medium", "high"];

export class NoteForm {
  /** `acts`: note(claimId, fields) keeps a change, isThere(claimId) says whether it can be, leave() goes back to the keys. */
  constructor(drafts, acts) {
    Object.assign(this, { drafts, acts, claimId: null, label: null });
    const area = (name, label) => el("textarea", { name, rows: 2, "aria-label": label, placeholder: label });
    this.fields = {
      search_note: area("search_note", "Where you searched, and when"),
      rationale: area("rationale", "Why: the reason for your verdict"),
    };
    this.levels = LEVELS.map((value) =>
      el("label", {}, el("input", { type: "radio", name: "confidence", value }), el("span", { text: value })));
    const titled = (title, cap, ...parts) =>
      el("div", { class: `note ${title.toLowerCase().replace(" ", "-")}` },
        el("h3", {}, title, cap ? el("kbd", { text: cap, "aria-hidden": "true" }) : null), ...parts);
    this.offered = el("button", { type: "button", class: "offered", onclick: () => this.take(this.offer) });
    this.offered.hidden = true;
    this.parts = {
      search_note: titled("Search note", "N", this.fields.search_note, this.offered),
      rationale: titled("Rationale", "N", this.fields.rationale),
    };
    this.held = el("p", { class: "draft" });
    this.node = el("section", { class: "notes" }, this.held, this.parts.search_note, this.parts.rationale,
      titled("Confidence", "", el("div", { class: "choice", role: "radiogroup", "aria-label": "Confidence" }, this.levels)));
    this.node.addEventListener("input", () => this.#typed());
    this.node.addEventListener("focusout", () => this.commit());
    this.node.addEventListener("click", (event) => this.#clear(event));
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.commit(true);
      acts.leave();
    });
  }

  get #level() {
    return this.levels.map((label) => label.firstChild).find((radio) => radio.checked)?.value ?? null;
  }

  #values() {
    return { rationale: this.fields.rationale.value, search_note: this.fields.search_note.value, confidence: this.#level };
  }

  /** What differs from the label. */
  #changes() {
    const values = this.#values();
    const saved = (name) => this.label[name]?.replaceAll("\r\n", "\n") ?? null; // as a field gives it back
    return Object.fromEntries(NOTE_FIELDS.filter((name) => values[name] !== saved(name)).map((name) => [name, values[name]]));
  }

  #typed() {
    const changes = this.#changes();
    if (Object.keys(changes).length) this.drafts.put(`${this.claimId}.note`, changes);
    else this.drafts.remove(`${this.claimId}.note`);
    this.#paintHeld();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.commit(), NOTE_PAUSE);
  }

  /** A click on the level already chosen takes it back. */
  #clear(event) {
    const radio = event.target;
    if (radio.name !== "confidence") return;
    if (this.chosen === radio.value) {
      radio.checked = false;
      this.#typed();
    }
    this.chosen = this.#level;
  }

  /** Offer the words of a search that was made for the claim; "" offers none. */
  offerNote(text) {
    this.offer = text;
    this.offered.hidden = !text || this.fields.search_note.value.includes(text);
    this.offered.replaceChildren("+ ", el("span", { dir: "auto", text }), el("small", { text: " 2 puts it in" }));
  }

  /** Put offered words into the search note, after what stands there; a person goes on from there. */
  take(text) {
    const { search_note: field } = this.fields;
    field.value = [field.value.trimEnd(), text].filter(Boolean).join("\n");
    this.#typed();
    this.offerNote(text);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  /** Fill an empty search note, as with the verdict that says that one searched. */
  fill(text) {
    if (!text || this.fields.search_note.value.trim()) return;
    this.fields.search_note.value = text;
    this.#typed();
  }

  /** Say that what stands here is not saved: it came from a claim that is gone, or was refused. */
  #paintHeld() {
    const isHeld = this.drafts.get(`${this.claimId}.note`)?.isHeld === true;
    setText(this.held, isHeld ? "✎ Draft, not saved: change it, or Ctrl+Enter in its field, saves it here" : "");
    this.held.hidden = !isHeld;
    if (this.wasHeld === `${this.claimId} ${!isHeld}`) this.acts.drafted(this.claimId);
    this.wasHeld = `${this.claimId} ${isHeld}`;
  }

  /** Hand what was changed to the outbox, which keeps it from there on; a draft that is held only where `isAsked`. */
  commit(isAsked = false) {
    clearTimeout(this.pause);
    if (this.claimId === null || (!isAsked && this.drafts.get(`${this.claimId}.note`)?.isHeld)) return; // refused, and not touched since
    if (!this.acts.isThere(this.claimId)) return; // being cut anew, or gone: its draft goes with the words
    const changes = this.#changes();
    if (Object.keys(changes).length) {
      this.label = { ...this.label, ...changes };
      this.acts.note(this.claimId, changes);
    }
    this.drafts.remove(`${this.claimId}.note`);
    this.#paintHeld();
  }

  /** Show a claim's notes; a field being typed in is left alone. */
  show(claimId, label) {
    const isSame = this.claimId === claimId;
    if (!isSame) this.commit();
    this.claimId = claimId;
    this.label = label;
    this.#arrange();
    const draft = this.drafts.get(`${claimId}.note`) ?? {};
    for (const name of ["rationale", "search_note"]) {
      const value = draft[name] ?? label[name];
      if (isSame && this.node.getRootNode().activeElement === this.fields[name]) continue;
      if (this.fields[name].value !== value) this.fields[name].value = value;
    }
    const level = "confidence" in draft ? draft.confidence : label.confidence;
    for (const { firstChild: radio } of this.levels) radio.checked = radio.value === level;
    this.chosen = level;
    this.#paintHeld();
    if (Object.keys(draft).length) this.pause = setTimeout(() => this.commit(), NOTE_PAUSE);
  }

  /** The note that `N` means: the search note of an unsupported claim, else the rationale. */
  get #first() {
    return this.label?.verdict === "unsupported" ? "search_note" : "rationale";
  }

  /** That note stands first, for the eye and for Tab alike, and has the key's cap. The one with the focus stays put. */
  #arrange() {
    const first = this.parts[this.#first];
    const second = this.parts[this.#first === "rationale" ? "search_note" : "rationale"];
    first.querySelector("kbd").hidden = false;
    second.querySelector("kbd").hidden = true;
    if (first.nextElementSibling === second) return;
    if (second.contains(this.node.getRootNode().activeElement)) second.before(first);
    else first.after(second);
  }

  focus() {
    this.fields[this.#first].focus();
  }
}
