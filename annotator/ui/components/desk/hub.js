// Where the pane and the wire meet: one object on the page that outlives both, and everything that needs a clock,
// the window or the line's state.

import { Ledger } from "./ledger.js";
import { Shelf, openStorage } from "./shelf.js";

const NAME = Symbol.for("claimdesk");
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
    this.pane = null; // {heard(what), saved(status)}
    this.end = new AbortController();
    const { signal } = this.end;
    window.addEventListener("beforeunload", (event) => this.#warn(event), { signal });
    for (const name of ["online", "pageshow"]) window.addEventListener(name, () => this.#retry(), { signal });
    this.#watch();
  }

  /** Send nothing more: what waits is in the browser's storage. */
  stop() {
    clearTimeout(this.timer);
    this.end.abort();
  }

  /** The ledger of this desk and person. Another's unsaved items stay in storage, and wait for that person. */
  open(desk, person) {
    if (this.ledger?.outbox.desk !== desk || this.ledger.outbox.person !== person) {
      const storage = openStorage("localStorage");
      this.ledger = new Ledger({ desk, person, storage, now: () => Date.now(), random });
      this.drafts = new Shelf(storage, `claimdesk.draft.${desk}.${person}.`);
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
    this.pane?.heard(heard);
    this.changed();
  }

  /** Something waits, or no longer does: say so, and set the clock for the next message. */
  changed() {
    const { outbox } = this.ledger;
    this.pane?.saved(outbox.status());
    clearTimeout(this.timer);
    const due = this.hub.send ? outbox.due() : Infinity;
    if (due !== Infinity) this.timer = setTimeout(() => this.#send(), due);
    else if (outbox.entries.length) this.timer = setTimeout(() => this.changed(), 1000); // the words may change
  }

  /** Ask the desk what `text` names; the answer comes to the pane. */
  ask(text) {
    const n = this.ledger.outbox.question(text);
    this.changed();
    return n;
  }

  #send() {
    const { outbox } = this.ledger;
    if (this.hub.send && outbox.due() === 0) this.hub.send(outbox.message());
    this.changed();
  }

  #retry() {
    if (!this.ledger) return;
    this.ledger.outbox.again();
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
