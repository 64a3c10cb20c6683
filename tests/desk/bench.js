// What the tests share: a clock that is set by hand, keys in order, and a browser storage that can be full or forbidden.

export class FakeStorage {
  constructor() {
    this.entries = new Map();
    this.room = Infinity;
  }

  get length() {
    return this.entries.size;
  }

  key(index) {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(name) {
    return this.entries.get(name) ?? null;
  }

  setItem(name, value) {
    if (!this.entries.has(name) && this.entries.size >= this.room) throw new Error("QuotaExceededError");
    this.entries.set(name, String(value));
  }

  removeItem(name) {
    this.entries.delete(name);
  }
}

/** The parts an outbox is made of, and `at`, its time. */
export function parts(overrides = {}) {
  const bench = { at: 1_000_000, keys: 0, storage: new FakeStorage(), desk: "d1", person: 3, ...overrides };
  bench.now = () => bench.at;
  bench.random = (digits) => String((bench.keys += 1)).padStart(digits, "0");
  return bench;
}

export const unit = (id, more = {}) => ({ id, gap: "\n", text: `Text of ${id}.`, kind: "claim", check: true, headings: [], intro: "", header: "", cells: [], cues: [], urgency: 0, ...more });

export const answer = (verdict) => ({ verdict, kind: null, skipped: false });

/** The desk's answer to `message`, every item saved but those that `refuse` names. */
export function answered(message, { session = "s1", labels = {}, refuse = () => false, ...more } = {}) {
  const acks = message.items.map((item) => {
    const label = labels[item.claim_id] ?? null;
    const ok = !refuse(item);
    return { key: item.key, ok, claim_id: item.claim_id, label, ...(ok ? {} : { reason: "not so" }) };
  });
  return { n: message.n, session, desk: "d1", person: 3, acks, answers: [], trouble: "", ...more };
}
