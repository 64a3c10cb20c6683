// What is true of every claim for this reviewer: the desk's labels, with what waits in the outbox applied on top.

import { Outbox } from "./outbox.js";
import { sourceWords } from "./dom.js";
import { cutsAnew, isRecut } from "./recuts.js";
import { NO_LABEL, answerOf, labelAfter, missingEvidence } from "./labels.js";

const isNewer = (one, other) => Date.parse(one?.saved_at ?? 0) >= Date.parse(other?.saved_at ?? 0);

export class Ledger {
  constructor(outboxParts) {
    this.outbox = new Outbox(outboxParts);
    this.saved = new Map(); // claim id -> label, as the desk has it
    this.seen = new Map(); // claim id -> label, as the reviewer sees it
    this.decisions = new Map(); // claim id -> what an editor decided; the desk tells it only of claims that were answered
    this.answers = []; // what undo can take back, oldest first: {key, claim_id, before}, of a merge or split {act, made}
    this.gone = new Set(); // units that were cut anew, until the article comes without them
    this.undone = new Set();
    this.removals = []; // citations taken off, which undo puts back: {key, claim_id, citation, after: the newest answer then}
    for (const entry of this.outbox.entries) this.#remember(entry);
  }

  #remember(entry) {
    const { item, before } = entry;
    const isKnown = this.undone.has(item.key) || this.answers.some((answer) => answer.key === item.key);
    if (item.do === "answer" && !isKnown) this.answers.push({ key: item.key, claim_id: item.claim_id, before });
    if (["merge", "split"].includes(item.do) && !isKnown) this.answers.push({ key: item.key, claim_id: item.claim_id, act: item.do, made: [] });
    if (["undo", "unrecut"].includes(item.do)) this.#forget(item.undoes);
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

  /** Take in what editors decided, of the claims that the reviewer has answered. */
  decided(decisions) {
    this.decisions = new Map(Object.entries(decisions));
  }

  #mergeUndo(undo) {
    const known = new Map(this.answers.map((answer) => [answer.key, answer]));
    const listed = new Set(undo.map((answer) => answer.key));
    const last = this.answers.findLastIndex((answer) => listed.has(answer.key));
    const newer = this.answers.slice(last + 1); // pressed since; what lies before `last` fell off the desk's list
    const kept = undo.filter((answer) => !this.undone.has(answer.key) && !newer.some((one) => one.key === answer.key));
    const whole = (answer) => (answer.made?.length ? answer : { ...answer, ...known.get(answer.key) });
    this.answers = [...kept.map(whole), ...newer];
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
    if (last.made?.length) this.recut(last.claim_id, { do: "unrecut", undoes: last.key }, { made: last.made });
    else this.#remember(this.do(last.claim_id, { do: "undo", undoes: last.key }, { before: last.before }));
    return last.claim_id;
  }

  /** Ask the desk to cut units anew; until it has, `isRecutting` is true of them. */
  recut(claimId, deed, local) {
    this.#remember(this.do(claimId, deed, local));
  }

  /** True while a unit is being cut anew, or was and is still on the screen. */
  isRecutting(claimId) {
    return this.gone.has(claimId) || this.outbox.entries.some((entry) => cutsAnew(entry, claimId));
  }

  /** True while the desk has not said what became of a merge, a split or the undo of one. */
  get waitsForRecut() {
    return this.outbox.entries.some(({ item }) => isRecut(item.do));
  }

  /** The article has come with these units: they are there. */
  meet(units) {
    for (const { id } of units) this.gone.delete(id);
  }

  #recutDone(key, { retired, made }) {
    for (const id of retired) this.gone.add(id);
    for (const id of made) this.gone.delete(id);
    this.answers = this.answers.map((one) => (one.key === key ? { ...one, claim_id: made[0], made } : one));
  }

  /** Take a citation off; the first undo after it puts it back. */
  remove(claimId, citation, deed) {
    const { item } = this.do(claimId, deed);
    this.removals.push({ key: item.key, claim_id: claimId, citation, after: this.answers.at(-1)?.key });
  }

  /** Put the citation back that was taken off last, if no answer was given since. Gives the removal, or null. */
  putBack() {
    const last = this.removals.at(-1);
    if (!last || last.after !== this.answers.at(-1)?.key) return null;
    this.removals.pop();
    const { stance, quote, place, strength, ...source } = last.citation;
    const identifier = sourceWords(last.citation);
    this.do(last.claim_id, { do: "cite", identifier, stance, quote: quote ?? "", place: place ?? "", strength: strength ?? "" }, { source });
    return last;
  }

  /** Take in what the desk has confirmed to another tab of this person. Gives the same as `hear`. */
  learn(news) {
    const claims = new Set();
    const recuts = [];
    for (const { item, before, label, recut } of news) {
      this.#remember({ item, before });
      if (recut) {
        this.#recutDone(item.key, recut);
        recuts.push(recut);
        continue;
      }
      if (!isNewer(label, this.saved.get(item.claim_id))) continue;
      this.saved.set(item.claim_id, label);
      this.seen.delete(item.claim_id);
      claims.add(item.claim_id);
    }
    return { claims, refused: [], recuts, isGone: false, answers: [], news: [] };
  }

  /**
   * Take the desk's answer in. Gives {claims: ids whose label may have changed, refused, recuts: what was cut anew,
   * isGone: whether a unit turned out to be, answers, and news: what other tabs do not know yet, as `learn` takes it}.
   */
  hear(data) {
    const waited = new Map(this.outbox.entries.map((entry) => [entry.item.key, entry]));
    const { acks, answers } = this.outbox.hear(data);
    const claims = new Set();
    const refused = [];
    const recuts = [];
    const news = [];
    for (const ack of acks) {
      const { item, before } = waited.get(ack.key);
      if (ack.ok && (ack.label || ack.recut)) news.push({ item, before, label: ack.label, recut: ack.recut });
      if (ack.recut) {
        this.#recutDone(ack.key, ack.recut);
        recuts.push(ack.recut);
      }
      if (ack.gone) this.gone.add(ack.claim_id);
      claims.add(ack.claim_id);
      this.seen.delete(ack.claim_id);
      if (ack.decision) this.decisions.set(ack.claim_id, ack.decision);
      if (ack.label) this.saved.set(ack.claim_id, ack.label);
      else if (ack.label === null) this.saved.delete(ack.claim_id);
      if (!ack.ok) {
        refused.push(ack.key);
        this.answers = this.answers.filter((one) => one.key !== ack.key);
        this.removals = this.removals.filter((one) => one.key !== ack.key);
      }
    }
    return { claims, refused, recuts, isGone: acks.some((ack) => ack.gone), answers, news };
  }
}
