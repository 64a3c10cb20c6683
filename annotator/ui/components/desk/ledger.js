// What is true of every claim for this reviewer: the desk's labels, with what waits in the outbox applied on top.

import { Outbox } from "./outbox.js";
import { NO_LABEL, answerOf, labelAfter, missingEvidence } from "./labels.js";

const isNewer = (one, other) => Date.parse(one?.saved_at ?? 0) >= Date.parse(other?.saved_at ?? 0);

export class Ledger {
  constructor(outboxParts) {
    this.outbox = new Outbox(outboxParts);
    this.saved = new Map(); // claim id -> label, as the desk has it
    this.seen = new Map(); // claim id -> label, as the reviewer sees it
    this.answers = []; // what undo can take back, oldest first: {key, claim_id, before}
    this.undone = new Set();
    for (const entry of this.outbox.entries) this.#remember(entry);
  }

  #remember(entry) {
    const { item, before } = entry;
    if (item.do === "answer") this.answers.push({ key: item.key, claim_id: item.claim_id, before });
    if (item.do === "undo") this.#forget(item.undoes);
  }

  #forget(key) {
    this.undone.add(key);
    this.answers = this.answers.filter((answer) => answer.key !== key);
  }

  /** Take in what a page run says. A label that an ack brought later than that run read its own is kept. */
  load(labels, undo) {
    for (const [claimId, label] of Object.entries(labels)) {
      if (!this.saved.has(claimId) || isNewer(label, this.saved.get(claimId))) this.saved.set(claimId, label);
    }
    this.seen.clear();
    this.#mergeUndo(undo);
  }

  #mergeUndo(undo) {
    const known = new Map(this.answers.map((answer) => [answer.key, answer]));
    const listed = new Set(undo.map((answer) => answer.key));
    const last = this.answers.findLastIndex((answer) => listed.has(answer.key));
    const newer = this.answers.slice(last + 1); // pressed since; what lies before `last` fell off the desk's list
    const kept = undo.filter((answer) => !this.undone.has(answer.key) && !newer.some((one) => one.key === answer.key));
    this.answers = [...kept.map((answer) => ({ ...answer, ...known.get(answer.key) })), ...newer];
  }

  /** The label on a claim as the reviewer sees it: never null. */
  labelOf(claimId) {
    let label = this.seen.get(claimId);
    if (label === undefined) {
      label = this.saved.get(claimId) ?? NO_LABEL;
      label = { ...label, missing: missingEvidence(label) };
      for (const entry of this.outbox.entries) if (entry.item.claim_id === claimId) label = labelAfter(label, entry);
      this.seen.set(claimId, label);
    }
    return label;
  }

  do(claimId, deed, local) {
    const entry = this.outbox.add(claimId, deed, local);
    this.seen.set(claimId, labelAfter(this.labelOf(claimId), entry));
    return entry;
  }

  answer(claimId, answer, seconds) {
    const before = answerOf(this.labelOf(claimId));
    this.#remember(this.do(claimId, { do: "answer", answer, seconds }, { before }));
  }

  /** Take the newest answer back, saved or not. Gives its claim's id, or null when there is none. */
  undo() {
    const last = this.answers.at(-1);
    if (!last) return null;
    this.#remember(this.do(last.claim_id, { do: "undo", undoes: last.key }, { before: last.before }));
    return last.claim_id;
  }

  /** Take the desk's answer in. Gives {claims: ids whose label may have changed, refused, answer}. */
  hear(data) {
    const { acks, answer } = this.outbox.hear(data);
    const claims = new Set();
    const refused = [];
    for (const ack of acks) {
      claims.add(ack.claim_id);
      this.seen.delete(ack.claim_id);
      if (ack.label) this.saved.set(ack.claim_id, ack.label);
      else if (ack.label === null) this.saved.delete(ack.claim_id);
      if (!ack.ok) {
        refused.push(ack.key);
        this.answers = this.answers.filter((one) => one.key !== ack.key);
      }
    }
    return { claims, refused, answer };
  }
}
