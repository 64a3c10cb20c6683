// The pane: `default` is what Streamlit calls, and calls again on every change of its data or theme. What was built
// stays on the node it was built in; a superseded call's cleanup may come at once, so it looks before it acts.

import { el, setAttribute } from "./dom.js";
import { theHub } from "./hub.js";
import { Typing, listenToKeys } from "./keys.js";
import { Read } from "./read.js";
import { Review } from "./review.js";
import { fitPage, isDark } from "./room.js";

const PANE = Symbol.for("claimdesk.pane");
const PART_OF_WINDOW = { review: 1, read: 0.7 };

class Pane {
  constructor(parent) {
    this.parent = parent;
    this.root = el("div", { class: "desk", tabindex: "-1" });
    parent.append(this.root);
    const isActive = () => this.root.isConnected && this.content && !this.content.isCovered;
    const run = (...pressed) => this.content.run(...pressed);
    const typing = (theHub().typing ??= new Typing()); // a pane that is built anew finds it as it was
    this.stops = [listenToKeys(this.root, isActive, run, typing, (words) => this.content.tell?.(words))];
    const keep = () => this.content.keepTyped();
    window.addEventListener("pagehide", keep);
    const follow = () => this.content.article?.follow(); // in a smaller window the unit in hand stays in view
    window.addEventListener("resize", follow);
    this.stops.push(() => window.removeEventListener("resize", follow));
    this.stops.push(() => window.removeEventListener("pagehide", keep));
  }

  update(data) {
    if (this.mode !== data.mode) {
      this.mode = data.mode;
      this.content = data.mode === "read" ? new Read(theHub().line) : new Review(theHub().line);
      this.root.replaceChildren(this.content.node);
      setAttribute(this.root, "data-mode", data.mode);
      this.stops.push(fitPage(this.root, PART_OF_WINDOW[data.mode]));
    }
    setAttribute(this.root, "data-scheme", isDark(this.root) ? "dark" : "light");
    this.content.update(data);
    setAttribute(this.root, "data-desk-ready", data.article.slug);
  }

  leave() {
    if ((this.parent.host ?? this.parent).isConnected) return;
    this.content.keepTyped();
    this.stops.forEach((stop) => stop());
    const { line } = theHub();
    if (line.pane === this.content) line.pane = null;
    delete this.parent[PANE];
  }
}

export default function desk({ data, parentElement, setStateValue }) {
  theHub().wake = setStateValue ? (n) => setStateValue("awake", n) : null;
  const pane = (parentElement[PANE] ??= new Pane(parentElement));
  pane.update(data);
  return () => setTimeout(() => parentElement[PANE]?.leave(), 0);
}
