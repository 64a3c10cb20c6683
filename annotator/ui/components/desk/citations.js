// The citations of the claim in hand. Each can be put into the form again; one that was taken off leaves a way back.

import { el, keyButton, sourceLink, sourceWords } from "./dom.js";
import { isSameCitation } from "./labels.js";
import { checkNodes } from "./quote_check.js";
import { byline, retractionLine } from "./resolved.js";
import { strengthWords } from "./strengths.js";

export class CitationList {
  /** `acts`: edit(citation), remove(citation), putBack(), weigh(citation), describe(citation) -> {about, check} or null. */
  constructor(acts) {
    Object.assign(this, { acts, claimId: null, gone: null });
    this.node = el("ul", { class: "citations", "aria-label": "Citations" });
  }

  /** Paint a claim's citations; `edited` is the one that stands in the form, or null. */
  paint(claimId, citations, edited) {
    const isBack = this.gone && citations.some((citation) => isSameCitation(citation, this.gone.citation));
    if (this.claimId !== claimId || isBack) this.gone = null;
    this.claimId = claimId;
    const told = citations.map((citation) => this.acts.describe(citation));
    const signature = JSON.stringify([citations, this.gone, edited, told]);
    if (this.signature === signature) return;
    this.signature = signature;
    const weighs = citations.find(({ strength, type }) => !strength && type) ?? citations.at(-1); // what E asks about
    const entries = citations.map((citation, at) => this.#entry(citation, edited !== null && isSameCitation(citation, edited), told[at], citation === weighs));
    if (this.gone) entries.splice(this.gone.at, 0, this.#wayBack());
    this.node.replaceChildren(...entries);
    this.node.hidden = entries.length === 0;
  }

  #entry(citation, isEdited, told, hasKey) {
    const shown = sourceWords(citation);
    const button = (name, label, text, onclick) =>
      el("button", { type: "button", class: name, "aria-label": `${label} ${shown}`, title: label, text, onclick });
    const buttons = [
      button("edit", "Edit", "Edit", () => this.acts.edit(citation)),
      button("remove", "Remove", "×", (event) => this.#remove(citation, event.currentTarget.closest("li"))),
    ];
    const isNamed = citation.type !== ""; // one whose source the desk has not named yet cannot be changed by name
    return el("li", { "data-stance": citation.stance, "data-waiting": citation.waiting === true, "data-edited": isEdited },
      el("div", {}, el("span", { class: "stance", text: citation.stance }), sourceLink(shown, citation.url),
        isNamed ? el("span", { class: "acts" }, buttons) : null),
      ...this.#work(told?.about),
      el("div", { class: "weight" }, isNamed || citation.strength ? this.#strength(citation, hasKey) : null,
        told ? retractionLine(told.about.retraction) : null),
      citation.quote ? el("blockquote", { text: citation.quote, dir: "auto" }) : null,
      citation.place ? el("p", { class: "where-in", text: citation.place, dir: "auto" }) : null,
      told?.check ? el("div", { class: "said-of-quote" }, checkNodes(told.check)) : null);
  }

  #work(about) {
    if (!about?.title) return [];
    return [
      el("p", { class: "work-title", dir: "auto", title: about.title, text: about.title }),
      el("p", { class: "byline", dir: "auto", text: byline(about) }),
    ];
  }

  /** How strong it is, as chosen; where nobody has, the way to say it. */
  #strength(citation, hasKey) {
    const chosen = strengthWords(citation.strength);
    return keyButton(chosen || "How strong?", hasKey ? "E" : null, { class: "weigh", "data-none": !chosen, title: "Strength of evidence", onclick: () => this.acts.weigh(citation) });
  }

  #remove(citation, entry) {
    this.gone = { citation, at: [...this.node.children].filter((one) => !one.matches(".gone")).indexOf(entry) };
    this.acts.remove(citation);
    this.node.querySelector(".gone button")?.focus();
  }

  #wayBack() {
    const button = el("button", { type: "button", class: "put-back", onclick: () => this.acts.putBack() }, "Put back", el("kbd", { text: "U", "aria-hidden": "true" }));
    return el("li", { class: "gone" }, el("div", {}, "Citation removed.", button));
  }
}
