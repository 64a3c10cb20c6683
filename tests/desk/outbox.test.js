import assert from "node:assert/strict";
import { test } from "node:test";

import { Outbox } from "../../annotator/ui/components/desk/outbox.js";
import { FakeStorage, answer, answered, parts } from "./bench.js";

const press = (outbox, claim, verdict = "supported") => outbox.add(claim, { do: "answer", answer: answer(verdict), seconds: 1 });
const names = (storage) => [...storage.entries.keys()];

test("an item says who pressed what on which claim, and when", () => {
  const outbox = new Outbox(parts());
  const { item } = press(outbox, "a/1@0-5");
  assert.deepEqual({ ...item, key: item.key.length }, {
    key: 32, desk: "d1", person: 3, claim_id: "a/1@0-5", at: new Date(1_000_000).toISOString(),
    do: "answer", answer: answer("supported"), seconds: 1,
  });
});

test("an item is in the browser's storage before it is sent, and leaves with its ack", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  assert.match(names(bench.storage)[0], /^claimdesk\.item\.d1\.3\.\d{15}-\d{6}\.\d{32}$/);
  const { acks } = outbox.hear(answered(outbox.message()));
  assert.equal(acks.length, 1);
  assert.deepEqual([names(bench.storage), outbox.entries], [[], []]);
});

test("every message holds all that is not acknowledged, in order, and a higher number", () => {
  const outbox = new Outbox(parts());
  press(outbox, "c1");
  const first = outbox.message();
  press(outbox, "c2");
  const second = outbox.message();
  assert.deepEqual(second.items.map((item) => item.claim_id), ["c1", "c2"]);
  assert.ok(second.n > first.n);
});

test("numbers keep rising after a reload", () => {
  const bench = parts();
  const first = new Outbox(bench);
  press(first, "c1");
  const { n } = first.message();
  bench.at += 1;
  const second = new Outbox(bench);
  assert.ok(second.message().n > n);
});

test("what was not acknowledged is there after a reload, in the order of the key presses", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  for (const claim of ["c3", "c1", "c2"]) press(outbox, claim);
  bench.storage.entries = new Map([...bench.storage.entries].reverse());
  const reloaded = new Outbox(bench);
  assert.deepEqual(reloaded.message().items.map((item) => item.claim_id), ["c3", "c1", "c2"]);
  assert.equal(reloaded.status().words, "saving 3…");
});

test("another person's items, and another desk's, are neither sent nor touched", () => {
  const bench = parts();
  press(new Outbox({ ...bench, person: 4 }), "c1");
  press(new Outbox({ ...bench, desk: "d2" }), "c2");
  const outbox = new Outbox(bench);
  assert.deepEqual(outbox.message().items, []);
  assert.equal(bench.storage.length, 2);
  assert.equal(new Outbox({ ...bench, person: 4 }).entries.length, 1);
});

test("an answer to another person's message changes nothing", () => {
  const outbox = new Outbox(parts());
  press(outbox, "c1");
  outbox.hear({ ...answered(outbox.message()), person: 4 });
  assert.equal(outbox.entries.length, 1);
});

const CORRUPT = [
  ["broken JSON", "{"],
  ["null", "null"],
  ["no item", "{}"],
  ["no claim", JSON.stringify({ item: { key: "k", do: "answer", desk: "d1", person: 3 } })],
  ["somebody else's under our name", JSON.stringify({ item: { key: "k", claim_id: "c", do: "answer", desk: "d1", person: 9 } })],
];
for (const [why, text] of CORRUPT) {
  test(`an unreadable entry is set aside, not sent and not lost: ${why}`, () => {
    const bench = parts();
    bench.storage.setItem("claimdesk.item.d1.3.000.k", text);
    const outbox = new Outbox(bench);
    assert.equal(outbox.shelf.setAside, 1);
    assert.deepEqual([...bench.storage.entries], [["claimdesk.aside.claimdesk.item.d1.3.000.k", text]]);
    assert.equal(new Outbox(bench).shelf.setAside, 0);
  });
}

test("with a full storage the item is still sent, and the words say to leave the tab open", () => {
  const bench = parts();
  bench.storage.room = 0;
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  outbox.isConnected = false;
  assert.deepEqual(outbox.status(), { state: "offline", words: "not connected: 1 kept in this tab only: leave it open" });
  assert.equal(outbox.message().items.length, 1);
});

test("what a full storage refused is written as soon as there is room", () => {
  const bench = parts();
  bench.storage.room = 1;
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  const message = outbox.message();
  press(outbox, "c2");
  assert.equal(outbox.shelf.isKept, false);
  outbox.hear(answered(message));
  assert.equal(outbox.shelf.isKept, true);
  assert.equal(new Outbox(bench).entries[0].item.claim_id, "c2");
});

for (const [why, storage] of [["absent", null], ["forbidden", new Proxy({}, { get: () => { throw new Error("SecurityError"); } })]]) {
  test(`the outbox works without storage: ${why}`, () => {
    const outbox = new Outbox(parts({ storage }));
    press(outbox, "c1");
    outbox.hear(answered(outbox.message()));
    assert.equal(outbox.status().state, "all");
  });
}

test("two tabs keep their entries apart, and one's ack leaves the other's alone", () => {
  const bench = parts();
  const one = new Outbox(bench);
  const other = new Outbox(bench);
  press(one, "c1");
  press(other, "c2");
  assert.equal(bench.storage.length, 2);
  one.hear(answered(one.message()));
  assert.equal(bench.storage.length, 1);
  assert.deepEqual(other.entries.map((entry) => entry.item.claim_id), ["c2"]);
});

test("a tab opened later takes over what an earlier one left, and its ack clears it", () => {
  const bench = parts();
  press(new Outbox(bench), "c1");
  const later = new Outbox(bench);
  later.hear(answered(later.message()));
  assert.equal(bench.storage.length, 0);
});

test("the first key is sent at once, the next ones while it is on its way share a message", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  assert.equal(outbox.due(), Infinity);
  press(outbox, "c1");
  assert.equal(outbox.due(), 0);
  const message = outbox.message();
  press(outbox, "c2");
  bench.at += 100;
  assert.equal(outbox.due(), 300);
  outbox.hear(answered(message));
  assert.equal(outbox.due(), 0);
});

test("without an ack the message goes out again after 2, 4, 8 and then every 15 seconds", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  outbox.message();
  for (const wait of [2000, 4000, 8000, 15000, 15000]) {
    assert.equal(outbox.due(), wait);
    bench.at += wait;
    assert.equal(outbox.due(), 0);
    assert.equal(outbox.message().items.length, 1);
  }
});

test("an ack starts the waiting over", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  outbox.message();
  bench.at += 2000;
  const again = outbox.message();
  press(outbox, "c2");
  outbox.hear(answered(again));
  outbox.message();
  assert.equal(outbox.due(), 2000);
});

test("a new session of the server gets everything at once", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  outbox.hear(answered({ n: 0, items: [] }));
  press(outbox, "c1");
  outbox.message();
  assert.equal(outbox.due(), 2000);
  outbox.hear(answered({ n: 0, items: [] }, { session: "s2" }));
  assert.equal(outbox.due(), 0);
});

test("nothing is sent while the line is down, and everything when it is back", () => {
  const outbox = new Outbox(parts());
  outbox.isConnected = false;
  press(outbox, "c1");
  assert.equal(outbox.due(), Infinity);
  assert.equal(outbox.status().words, "not connected: 1 kept in this browser");
  outbox.isConnected = true;
  outbox.again();
  assert.equal(outbox.due(), 0);
});

test("a silent server is called not connected after four seconds, however often it was asked, and saving when it speaks again", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  const message = outbox.message();
  bench.at += 2000;
  outbox.message();
  assert.equal(outbox.status().state, "saving");
  bench.at += 2000;
  assert.equal(outbox.status().words, "not connected: 1 kept in this browser");
  press(outbox, "c2");
  outbox.hear(answered(message));
  assert.equal(outbox.status().words, "saving 1…");
});

test("without a network what waits is not connected at once, goes out all the same, and an answer ends the doubt", () => {
  const outbox = new Outbox(parts());
  press(outbox, "c1");
  const message = outbox.message();
  outbox.doubt(true);
  assert.equal(outbox.status().words, "not connected: 1 kept in this browser");
  assert.equal(outbox.due(), 0);
  press(outbox, "c2");
  outbox.hear(answered(message));
  assert.equal(outbox.status().words, "saving 1…");
});

test("trouble is said in the desk's words, and the items stay", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  outbox.hear({ ...answered(outbox.message()), acks: [], trouble: "the database is full" });
  assert.deepEqual(outbox.status(), { state: "offline", words: "the database is full (1 kept in this browser)" });
  assert.equal(outbox.due(), 2000);
});

test("a refused item is shown until it is dismissed, also after a reload", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  press(outbox, "c1");
  outbox.hear(answered(outbox.message(), { refuse: () => true }));
  assert.deepEqual(outbox.status(), { state: "refused", words: "1 not saved" });
  const reloaded = new Outbox(bench);
  const [{ key, claim_id: claimId, reason }] = reloaded.refused;
  assert.deepEqual([claimId, reason], ["c1", "not so"]);
  reloaded.dismiss(key);
  assert.equal(reloaded.status().state, "all");
  assert.equal(bench.storage.length, 0);
});

test("an ack that comes twice is heard once", () => {
  const outbox = new Outbox(parts());
  press(outbox, "c1");
  const reply = answered(outbox.message(), { refuse: () => true });
  outbox.hear(reply);
  assert.deepEqual(outbox.hear(reply).acks, []);
  assert.equal(outbox.refused.length, 1);
});

test("a thousand unsent items go out in order, two hundred at a time", () => {
  const outbox = new Outbox(parts());
  for (let index = 0; index < 1000; index += 1) press(outbox, `c${index}`);
  const seen = [];
  while (outbox.due() === 0) {
    const message = outbox.message();
    seen.push(...message.items.map((item) => item.claim_id));
    outbox.hear(answered(message));
  }
  assert.deepEqual(seen, Array.from({ length: 1000 }, (_, index) => `c${index}`));
});

test("a question is asked until it is answered, and only the newest counts", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  const old = outbox.question("source", { text: "10.1" });
  const n = outbox.question("source", { text: "10.1/x" });
  const message = outbox.message();
  assert.deepEqual(message.asks, [{ n, topic: "source", text: "10.1/x" }]);
  assert.deepEqual(outbox.hear(answered(message, { answers: [{ n: old, ok: false }] })).answers, []);
  assert.equal(outbox.due() === Infinity, false);
  assert.deepEqual(outbox.hear(answered(message, { answers: [{ n, ok: true }] })).answers, [{ n, ok: true, topic: "source" }]);
  assert.equal(outbox.due(), Infinity);
});

test("a question about one thing does not replace one about another", () => {
  const outbox = new Outbox(parts());
  const source = outbox.question("source", { text: "10.1/x" });
  const cited = outbox.question("cited", { cited: [] });
  const message = outbox.message();
  assert.deepEqual(message.asks.map(({ n }) => n), [source, cited]);
  outbox.hear(answered(message, { answers: [{ n: source, ok: true }] }));
  assert.deepEqual([...outbox.asks.keys()], ["cited"]);
});

test("another article is asked for until a message that asked was answered", () => {
  const bench = parts();
  const outbox = new Outbox(bench);
  outbox.requestArticle("other", "other/1@0-4");
  const first = outbox.message();
  bench.at += 2000;
  const second = outbox.message();
  assert.deepEqual(second.open, first.open);
  outbox.hear(answered(second));
  assert.equal(outbox.message().open, null);
});

/** A small dice with a seed (mulberry32): the same throws each time. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

for (let seed = 1; seed <= 25; seed += 1) {
  test(`whatever is lost on the way, each key press is saved once and in order (dice ${seed})`, () => {
    const roll = dice(seed);
    const bench = parts();
    const saved = new Map();
    let outbox = new Outbox(bench);
    let pressed = 0;
    let last = null;
    const step = () => {
      bench.at += roll(3000);
      if (pressed < 60 && roll(2)) press(outbox, `c${(pressed += 1)}`);
      if (roll(12) === 0) outbox = new Outbox(bench); // a reload
      if (outbox.due() !== 0) return;
      const message = outbox.message();
      if (roll(3) === 0) return; // the message is lost
      for (const item of message.items) if (!saved.has(item.key)) saved.set(item.key, item.claim_id);
      const reply = answered(message);
      if (roll(4) === 0) last = reply; // the answer is lost, or comes late
      else outbox.hear(reply);
      if (last && roll(5) === 0) outbox.hear(last);
    };
    for (let round = 0; round < 2000 && (pressed < 60 || outbox.entries.length); round += 1) step();
    assert.deepEqual([...saved.values()], Array.from({ length: 60 }, (_, index) => `c${index + 1}`));
    assert.equal(bench.storage.length, 0);
  });
}

test("storage entries of other programs are left alone", () => {
  const storage = new FakeStorage();
  storage.setItem("something", "else");
  const outbox = new Outbox(parts({ storage }));
  press(outbox, "c1");
  outbox.hear(answered(outbox.message()));
  assert.deepEqual([...storage.entries], [["something", "else"]]);
});
