// What the reviewer did and the desk has not yet confirmed. Pure: clock, dice and storage come in from outside.
// An item leaves only by its ack; until then it is in the browser's storage, one entry an item, and goes out again.

import { Shelf } from "./shelf.js";

const WAITS = [2000, 4000, 8000, 15000]; // between repeats of what was not acknowledged
const PATIENCE = 400; // a message on its way holds new ones back this long, so that fast keys share messages
const SILENCE = 3500; // unanswered for longer: no longer "saving" but "not connected"
const BATCH = 200; // items a message; the rest follows when these are acknowledged

const isText = (value) => typeof value === "string";

export class Outbox {
  /** `person` is the id of the one who works here; `now` gives milliseconds, `random` n random hex digits. */
  constructor({ desk, person, storage, now, random }) {
    Object.assign(this, { desk, person, now, random });
    this.shelf = new Shelf(storage, `claimdesk.item.${desk}.${person}.`);
    this.refusals = new Shelf(storage, `claimdesk.refused.${desk}.${person}.`);
    this.entries = this.shelf.all((value) => this.#isMine(value)).map(([name, value]) => ({ ...value, name }));
    this.refused = this.refusals.all((value) => isText(value?.reason)).map(([, value]) => value);
    this.asks = new Map(); // what is asked of the desk: the newest question on each topic
    this.open = null;
    this.session = null;
    this.trouble = "";
    this.isConnected = true;
    this.isDoubtful = false; // the browser says that the network is gone; a desk on this machine answers all the same
    this.isNew = this.entries.length > 0; // something that no message has carried yet
    this.sent = null; // the last message: {n, at, answered}
    this.quietSince = null; // when the first message without any answer went out
    this.attempt = 0;
    this.count = 0;
    this.n = 0;
  }

  #isMine(value) {
    const item = value?.item;
    return [item?.key, item?.claim_id, item?.do].every(isText) && item.desk === this.desk && item.person === this.person;
  }

  /** Keep one deed, at once and on disk. `local` (the answer before, the parsed source) stays in the browser. */
  add(claimId, deed, local = {}) {
    const time = this.now();
    const item = {
      key: this.random(32), desk: this.desk, person: this.person, claim_id: claimId,
      at: new Date(time).toISOString(), ...deed,
    };
    this.count += 1;
    const name = `${String(time).padStart(15, "0")}-${String(this.count).padStart(6, "0")}.${item.key}`;
    const entry = { item, ...local, name };
    this.shelf.put(name, { item, ...local });
    this.entries.push(entry);
    this.isNew = true;
    return entry;
  }

  /** Ask the desk something; a newer question replaces the older one on its `topic`. Gives its number. */
  question(topic, fields) {
    this.n = Math.max(this.n + 1, this.now());
    this.asks.set(topic, { n: this.n, topic, ...fields });
    this.isNew = true;
    return this.n;
  }

  /** Ask for the article in hand as it is now, unless another one is on its way: that comes fresh as well. */
  refreshArticle(slug) {
    if (this.open && !this.open.isRefresh) return;
    this.requestArticle(slug);
    this.open.isRefresh = true;
  }

  requestArticle(slug, claimId = null) {
    this.n = Math.max(this.n + 1, this.now());
    this.open = { n: this.n, slug, claim_id: claimId };
    this.isNew = true;
  }

  /** Send everything again as soon as possible: the line, the session or the page is new. */
  again() {
    this.isNew = this.entries.length > 0 || this.asks.size > 0 || this.open !== null;
    this.sent = null;
    this.attempt = 0;
  }

  /** The browser has lost the network, or has it back. It is only a doubt: the next answer from the desk ends it. */
  doubt(isLost) {
    this.isDoubtful = isLost;
    this.again();
  }

  /** Milliseconds until a message is due; 0 is now, Infinity is not before something happens. */
  due() {
    const isWaiting = this.entries.length > 0 || this.asks.size > 0 || this.open !== null;
    if (!this.isConnected || !isWaiting) return Infinity;
    if (this.sent === null) return 0;
    const age = this.now() - this.sent.at;
    if (this.isNew) return this.sent.answered ? 0 : Math.max(0, PATIENCE - age);
    return Math.max(0, WAITS[Math.min(this.attempt, WAITS.length - 1)] - age);
  }

  /** The message to send now. */
  message() {
    this.attempt = this.isNew ? this.attempt : this.attempt + 1;
    this.n = Math.max(this.n + 1, this.now());
    this.sent = { n: this.n, at: this.now(), answered: false };
    this.quietSince ??= this.now();
    this.isNew = false;
    const items = this.entries.slice(0, BATCH).map((entry) => entry.item);
    return { n: this.n, items, asks: [...this.asks.values()], open: this.open };
  }

  /** Take the desk's answer in. Gives the acks of items that were waiting here, and the answers to questions. */
  hear(data) {
    if (data?.desk !== this.desk || data.person !== this.person) return { acks: [], answers: [] };
    if (this.session !== null && this.session !== data.session) this.again();
    this.isDoubtful = false;
    this.session = data.session;
    this.trouble = data.trouble ?? "";
    const acks = (data.acks ?? []).filter((ack) => this.#settle(ack));
    const answers = (data.answers ?? []).flatMap((given) => this.#answered(given));
    if (this.open && data.n >= this.open.n) this.open = null;
    if (this.sent && data.n >= this.sent.n) this.sent.answered = true;
    if (this.sent?.answered || acks.length) this.quietSince = null;
    if (acks.length) {
      this.attempt = 0;
      this.isNew ||= this.entries.length >= BATCH;
    }
    return { acks, answers };
  }

  /** The answer, with its topic, where it is to the newest question. */
  #answered(given) {
    const [topic] = [...this.asks].find(([, { n }]) => n === given.n) ?? [];
    if (!topic) return [];
    this.asks.delete(topic);
    return [{ ...given, topic }];
  }

  #settle(ack) {
    const index = this.entries.findIndex((entry) => entry.item.key === ack.key);
    if (index < 0) return false;
    const [entry] = this.entries.splice(index, 1);
    if (!ack.ok) {
      const refusal = { key: ack.key, claim_id: ack.claim_id, reason: ack.reason, gone: ack.gone === true, item: entry.item };
      this.refused.push(refusal);
      this.refusals.put(ack.key, refusal);
    }
    this.shelf.remove(entry.name);
    return true;
  }

  dismiss(...keys) {
    this.refused = this.refused.filter((refusal) => !keys.includes(refusal.key));
    for (const key of keys) this.refusals.remove(key);
  }

  /** How safe the work is: {state: all|saving|offline|refused, words}. */
  status() {
    const waiting = this.entries.length;
    const isSilent = this.quietSince !== null && this.now() - this.quietSince > SILENCE;
    const isCutOff = !this.isConnected || this.isDoubtful || isSilent;
    if (waiting && (isCutOff || this.trouble)) return { state: "offline", words: this.#why(waiting) };
    if (waiting) return { state: "saving", words: `saving ${waiting}…` };
    if (!this.isConnected) return { state: "offline", words: "not connected: nothing waits" };
    if (this.refused.length) return { state: "refused", words: `${this.refused.length} not saved` };
    return { state: "all", words: "all saved" };
  }

  #why(waiting) {
    const where = this.shelf.isKept ? "kept in this browser" : "kept in this tab only: leave it open";
    if (this.isConnected && !this.isDoubtful && this.trouble) return `${this.trouble} (${waiting} ${where})`;
    return `not connected: ${waiting} ${where}`;
  }
}
