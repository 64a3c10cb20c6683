// What the reviewer must be told and can put away: answers the desk refused, entries that could not be read.

import { STATE_WORDS, el } from "./dom.js";

const DEEDS = { answer: "Your answer", undo: "Undo", cite: "Your citation", uncite: "Removing a citation", note: "Your note",
  merge: "The merge", split: "The split", unrecut: "The undo" };

export class Notices {
  /** `acts`: show(claimId), dismiss(key). */
  constructor(acts) {
    this.acts = acts;
    this.node = el("div", { class: "notices", role: "region", "aria-label": "Not saved" });
    this.node.hidden = true;
  }

  paint(refused, wordsOf, setAside) {
    const signature = `${setAside} ${refused.map((refusal) => refusal.key).join(" ")}`;
    if (this.signature === signature) return;
    this.signature = signature;
    this.node.hidden = refused.length === 0 && setAside === 0;
    this.node.replaceChildren(...refused.map((refusal) => this.#entry(refusal, wordsOf(refusal.claim_id))));
    if (setAside) this.node.append(el("p", { class: "notice", text:
      `${setAside} unsaved ${setAside === 1 ? "entry" : "entries"} of this browser could not be read. Kept aside in its storage under "claimdesk.aside".` }));
  }

  #entry({ key, claim_id: claimId, reason, item }, quote) {
    const verdict = STATE_WORDS[item?.answer?.verdict];
    const deed = (DEEDS[item?.do] ?? "Your entry") + (verdict ? ` “${verdict}”` : "");
    return el("div", { class: "notice" },
      el("p", {}, el("strong", { text: `${deed} was not saved: ` }), reason),
      quote ? el("p", { class: "quote", text: quote }) : null,
      el("div", { class: "row" },
        el("button", { type: "button", text: "Show the claim", onclick: () => this.acts.show(claimId) }),
        el("button", { type: "button", text: "Put away", onclick: () => this.acts.dismiss(key) })));
  }
}
