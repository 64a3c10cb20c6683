// The citations of the claim in hand. Each can be put into the form again; one that was taken off leaves a way back.

import { el, sourceLink, sourceWords } from "./dom.js";
import { isSameCitation } from "./labels.js";

export class CitationList {
  /** `acts`: edit(citation), remove(citation), putBack(). */
  constructor(acts) {
    Object.assign(this, { acts, claimId: null, gone: null });
    this.node = el("ul", { class: "citations", "aria-label": "Citations" });
  }

  /** Paint a claim's citations; `edited` is the one that stands in the form, or null. */
  paint(claimId, citations, edited) {
    const isBack = this.gone && citations.some((citation) => isSameCitation(citation, this.gone.citation));
    if (this.claimId !== claimId || isBack) this.gone = null;
    this.claimId = claimId;
    const signature = JSON.stringify([citations, this.gone, edited]);
    if (this.signature === signature) return;
    this.signature = signature;
    const entries = citations.map((citation) => this.#entry(citation, edited !== null && isSameCitation(citation, edited)));
    if (this.gone) entries.splice(this.gone.at, 0, this.#wayBack());
    this.node.replaceChildren(...entries);
    this.node.hidden = entries.length === 0;
  }

  #entry(citation, isEdited) {
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
      citation.quote ? el("blockquote", { text: citation.quote, dir: "auto" }) : null,
      citation.place ? el("p", { class: "where-in", text: citation.place }) : null);
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
