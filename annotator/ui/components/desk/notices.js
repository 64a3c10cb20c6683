// What the reviewer must be told and can put away: what the desk refused, what was typed on claims that are gone, what is
// retracted of what they cited, entries that could not be read. One box a claim; the first one has the key.

import { STATE_WORDS, el, keyButton } from "./dom.js";

const DEEDS = { answer: "Your answer", undo: "Undo", cite: "Your citation", uncite: "Removing a citation", note: "Your note",
  merge: "The merge", split: "The split", unrecut: "The undo" };

function deedWords(item) {
  const verdict = STATE_WORDS[item?.answer?.verdict];
  return (DEEDS[item?.do] ?? "Your entry") + (verdict ? ` “${verdict}”` : "");
}

/** The refusals by what stands where their claim stood (`placeOf`): [{claimId, keys, lines}], a line for each reason. */
export function refusalsByClaim(refused, placeOf) {
  const found = new Map();
  for (const { key, claim_id: claimId, reason, item, gone } of refused) {
    const place = placeOf(claimId);
    const box = found.get(place ?? claimId) ?? { claimId: place ?? claimId, keys: [], reasons: new Map() };
    found.set(box.claimId, box);
    box.keys.push(key);
    const isDraft = gone && place !== undefined && (item?.do === "note" || item?.do === "cite");
    const told = box.reasons.get(reason) ?? { deeds: new Set(), isDraft: false };
    box.reasons.set(reason, { deeds: told.deeds.add(deedWords(item)), isDraft: told.isDraft || isDraft });
  }
  return [...found.values()].map(({ reasons, ...box }) => ({ ...box, lines: [...reasons].map(refusalLine) }));
}

function refusalLine([reason, { deeds, isDraft }]) {
  const [first, ...more] = [...deeds];
  const who = [first, ...more.map((deed) => deed[0].toLowerCase() + deed.slice(1))].join(" and ");
  return [`${who} ${more.length ? "were" : "was"} not saved: `, `${reason}${isDraft ? ". What you typed is a draft here now" : ""}`];
}

export class Notices {
  /** `acts`: show(claimId), dismiss(keys), drop(draft names), putAway(late). */
  constructor(acts) {
    Object.assign(this, { acts, boxes: [] });
    this.node = el("div", { class: "notices", role: "region", "aria-label": "Notices" });
    this.node.hidden = true;
  }

  /**
   * Paint `boxes`, each {claimId, keys, lines} as of `refusalsByClaim`, {claimId, drafts, lines} or {claimId, late, lines}; `here` is the claim in
   * hand, `setAside` how many entries could not be read.
   */
  paint(boxes, here, wordsOf, setAside) {
    const signature = JSON.stringify([boxes, here, setAside]);
    if (this.signature === signature) return;
    Object.assign(this, { signature, boxes });
    this.node.hidden = boxes.length === 0 && setAside === 0;
    this.node.replaceChildren(...boxes.map((box, at) => this.#entry(box, at, box.claimId === here ? "" : wordsOf(box.claimId))));
    if (setAside) this.node.append(el("p", { class: "notice", text:
      `${setAside} unsaved ${setAside === 1 ? "entry" : "entries"} of this browser could not be read. Kept aside in its storage under "claimdesk.aside".` }));
  }

  #entry(box, at, quote) {
    const isHere = quote === "" && box.claimId === JSON.parse(this.signature)[1];
    return el("div", { class: "notice" },
      el("div", { class: "told" },
        box.lines.map(([what, why]) => el("p", {}, el("strong", { text: what }), why)),
        quote ? el("p", { class: "quote", text: quote }) : null),
      isHere ? null : el("button", { type: "button", text: "Show the claim", onclick: () => this.acts.show(box.claimId) }),
      keyButton("Put away", at === 0 ? "D" : null, { onclick: () => this.#dismiss(box) }));
  }

  /** Put the first notice away. False where there is none. */
  putAway() {
    if (!this.boxes.length) return false;
    this.#dismiss(this.boxes[0]);
    return true;
  }

  #dismiss({ keys, drafts, late }) {
    if (late) this.acts.putAway(late);
    else if (keys) this.acts.dismiss(keys);
    else this.acts.drop(drafts);
  }
}
