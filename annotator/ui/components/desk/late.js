// What becomes known against a source after it was cited: the claim is marked, and who has gone on to another is told.

import { sourceWords } from "./dom.js";
import { RETRACTION_SIGNS } from "./resolved.js";

const ASK_LATE = [1200, 2400, 4800, 8000, 12_000, 20_000, 30_000]; // milliseconds between questions while a service is to be asked
const MOST_ASKED = 40; // sources in one question
const LATE_WORDS = { bad: "What you cited is retracted: ", doubt: "There is a concern about what you cited: " };

const citedKey = ({ type, identifier }) => `${type}:${identifier}`;

export class Late {
  /** `review` is what it works for: its claims, its ledger, its line. */
  constructor(review) {
    this.review = review;
    this.join();
  }

  /** Another person is at the desk. */
  join() {
    clearTimeout(this.pause);
    Object.assign(this, { turn: 0, asking: null });
    this.known = new Map(); // source -> {tone, words}, of what is known against it; null where nothing is
    this.asked = new Map(); // source -> how it is named, of those that a service may still tell something of
    this.claims = new Set(); // claims on which something was cited since the page stands
    this.seen = new Set(); // claim and source, of what was shown with the claim, or put away
  }

  /** An article has come, with what is known against what the reviewer cited in it: {source: tone}. */
  arrive(against) {
    for (const [key, tone] of Object.entries(against)) if (!this.known.get(key)) this.known.set(key, { tone, words: "" });
  }

  /** The desk has saved labels on these claims: ask what is known of what they cite, and may come yet. */
  saved(claimIds) {
    let isNew = false;
    for (const claimId of claimIds) {
      for (const citation of this.#citationsOf(claimId)) {
        this.claims.add(claimId);
        const key = citedKey(citation);
        if (this.known.get(key)?.words || this.asked.has(key)) continue;
        if (this.known.has(key) && !this.known.get(key)) continue; // all were asked, and told nothing against it
        this.asked.set(key, sourceWords(citation));
        isNew = true;
      }
    }
    if (!isNew) return;
    this.turn = 0;
    this.#askSoon();
  }

  #citationsOf(claimId) {
    return this.review.ledger.labelOf(claimId).citations.filter(({ type, waiting }) => type && !waiting);
  }

  #askSoon() {
    clearTimeout(this.pause);
    if (this.turn < ASK_LATE.length) this.pause = setTimeout(() => this.#ask(), ASK_LATE[this.turn]);
  }

  #ask() {
    const { line, ledger } = this.review;
    if (line.ledger !== ledger) return; // another person's by now
    const keys = [...this.asked.keys()].slice(-MOST_ASKED);
    this.turn += 1;
    this.asking = { keys, n: line.ask("late", { cited: keys.map((key) => ({ text: this.asked.get(key) })) }) };
  }

  /** Take in what the desk says. True where something is known now that was not. */
  hear(answer) {
    if (answer.n !== this.asking?.n) return false;
    const { keys } = this.asking;
    const news = answer.failed ? [] : keys.filter((key, at) => this.#take(key, answer.late[at]));
    if (this.asked.size) this.#askSoon();
    if (news.length) this.#tell(news);
    return news.length > 0;
  }

  #take(key, told) {
    if (!told?.is_pending) this.asked.delete(key);
    if (!told?.tone) {
      if (!told?.is_pending && !this.known.get(key)) this.known.set(key, null);
      return false;
    }
    const isNew = this.known.get(key)?.words !== told.words;
    this.known.set(key, told);
    return isNew;
  }

  #tell(keys) {
    const { finding, voice } = this.review;
    keys.forEach((key) => finding.forget(key));
    if (this.boxes().length) voice.say("What you cited is retracted or in doubt: see the notice");
  }

  /** The sources of a claim were shown with what is known against this one. */
  saw(claimId, source, { tone }) {
    if (tone) this.seen.add(`${claimId} ${citedKey(source)}`);
  }

  /** The gravest that is known against what a claim's label cites: "bad", "doubt" or null. */
  toneOf(claimId) {
    const tones = this.#citationsOf(claimId).map((citation) => this.known.get(citedKey(citation))?.tone);
    return ["bad", "doubt"].find((tone) => tones.includes(tone)) ?? null;
  }

  /** What is to be told of claims that are not in hand, as `Notices.paint` takes it: the newest, and how many more there are. */
  boxes() {
    const { unitId } = this.review;
    const found = [...this.claims].filter((id) => id !== unitId).flatMap((claimId) => this.#unseen(claimId)).reverse();
    if (!found.length) return [];
    const [{ claimId, key, source }] = found;
    const { tone, words } = this.known.get(key);
    const lines = [[LATE_WORDS[tone], `${sourceWords(source)}. ${RETRACTION_SIGNS[tone]}${words}`]];
    if (found.length > 1) lines.push(["", `${found.length - 1} more to tell of after this one.`]);
    return [{ claimId, late: `${claimId} ${key}`, lines }];
  }

  #unseen(claimId) {
    return this.#citationsOf(claimId)
      .map((source) => ({ claimId, source, key: citedKey(source) }))
      .filter(({ key }) => this.known.get(key)?.words && !this.seen.has(`${claimId} ${key}`));
  }

  putAway(told) {
    this.seen.add(told);
  }
}
