// Where the pane and the wire meet: one object on the page that outlives both, and everything that needs a clock,
// the window or the line's state.

import { Ledger } from "./ledger.js";
import { Shelf, openStorage } from "./shelf.js";

const NAME = Symbol.for("claimdesk");
const LOOK = 500; // milliseconds between looks at what waits: the words on it may change
const APP = "[data-test-connection-state]"; // how Streamlit says whether the line is up

export function random(digits) {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The one hub of this page; the wire may have made it before us. */
export function theHub() {
  const hub = (globalThis[NAME] ??= {});
  if (!(hub.line instanceof Line)) {
    hub.line?.stop(); // of an older version of this script: the desk was updated while the page stood open
    hub.line = new Line(hub);
  }
  hub.hear = (isNew) => hub.line.hear(isNew);
  return hub;
}

/** Sends what waits and hears what comes, for the one person at the desk now. */
class Line {
  constructor(hub) {
    this.hub = hub;
    this.ledger = null;
    this.pane = null; // {heard(what, isFromOtherTab), saved(status)}
    this.end = new AbortController();
    const { signal } = this.end;
    window.addEventListener("beforeunload", (event) => this.#warn(event), { signal });
    window.addEventListener("pageshow", () => this.#retry((outbox) => outbox.again()), { signal });
    for (const name of ["online", "offline"]) {
      window.addEventListener(name, () => this.#retry((outbox) => outbox.doubt(name === "offline")), { signal });
    }
    this.#watch();
  }

  /** Send nothing more: what waits is in the browser's storage. */
  stop() {
    clearTimeout(this.timer);
    this.others?.close();
    this.others = null; // a pane of that version may stand until the next reload, and goes on saving
    this.end.abort();
  }

  /** The ledger of this desk and person. Another's unsaved items stay in storage, and wait for that person. */
  open(desk, person) {
    if (this.ledger?.outbox.desk !== desk || this.ledger.outbox.person !== person) {
      const storage = openStorage("localStorage");
      this.ledger = new Ledger({ desk, person, storage, now: () => Date.now(), random });
      this.drafts = new Shelf(storage, `claimdesk.draft.${desk}.${person}.`);
      this.#meetOthers(`claimdesk.${desk}.${person}`);
      this.choices = new Shelf(storage, `claimdesk.choice.${desk}.${person}.`);
      this.places = new Shelf(openStorage("sessionStorage"), `claimdesk.place.${desk}.${person}.`);
    }
    this.#look();
    if (this.hub.data) this.hear(true);
    this.changed();
    return this.ledger;
  }

  hear(isNew) {
    if (!this.ledger) return;
    if (isNew) this.ledger.outbox.again();
    const heard = this.ledger.hear(this.hub.data);
    if (heard.news.length) this.others?.postMessage(heard.news);
    this.pane?.heard(heard);
    this.changed();
  }

  /** The same person's other tabs: what the desk has confirmed to one of them, all of them know. */
  #meetOthers(name) {
    this.others?.close();
    if (!globalThis.BroadcastChannel) return; // a tab alone learns of it at its next page run
    this.others = new BroadcastChannel(name);
    this.others.onmessage = ({ data }) => {
      const heard = this.ledger.learn(data);
      this.pane?.heard(heard, true);
    };
  }

  /** Something waits, or no longer does: say so, and set the clock for the next message. */
  changed() {
    const { outbox } = this.ledger;
    this.pane?.saved(outbox.status());
    clearTimeout(this.timer);
    const due = this.hub.send ? outbox.due() : Infinity;
    const next = outbox.entries.length ? Math.min(due, LOOK) : due;
    if (next !== Infinity) this.timer = setTimeout(() => this.#send(), next);
  }

  /** Ask the desk something (`Outbox.question`); the answer comes to the pane. */
  ask(topic, fields) {
    const n = this.ledger.outbox.question(topic, fields);
    this.changed();
    return n;
  }

  #send() {
    const { outbox } = this.ledger;
    if (this.hub.send && outbox.due() === 0) {
      const isRepeat = !outbox.isNew;
      const message = outbox.message();
      // A server started anew knows no wire before it has run the page: every other repeat asks for that run, and for
      // that alone, because Streamlit sends what is set together to one fragment. It carries the last message with it.
      if (isRepeat && this.hub.wake && outbox.attempt % 2 === 1) this.hub.wake(message.n);
      else this.hub.send(message);
    }
    this.changed();
  }

  #retry(how) {
    if (!this.ledger) return;
    how(this.ledger.outbox);
    this.changed();
  }

  /** Follow Streamlit's own word on the connection: what is sent while it is down would be dropped without a sound. */
  #watch() {
    const app = document.querySelector(APP);
    if (!app) return; // without it the repeats do the same work, later
    const observer = new MutationObserver(() => this.#look());
    observer.observe(app, { attributeFilter: [APP.slice(1, -1)] });
    this.end.signal.addEventListener("abort", () => observer.disconnect());
  }

  #look() {
    const state = document.querySelector(APP)?.getAttribute(APP.slice(1, -1)) ?? "CONNECTED";
    const isConnected = state === "CONNECTED";
    if (!this.ledger || this.ledger.outbox.isConnected === isConnected) return;
    this.ledger.outbox.isConnected = isConnected;
    if (isConnected) this.ledger.outbox.again();
    this.changed();
  }

  /** Only what the browser could not keep is worth holding somebody up for. */
  #warn(event) {
    const outbox = this.ledger?.outbox;
    if (outbox?.entries.length && !outbox.shelf.isKept) event.preventDefault();
  }
}
