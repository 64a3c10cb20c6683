// Sources offered while the identifier is typed: used before, used on claims like this one, in the library. The list lies
// over the fields below and moves none of them; the arrows go into it only once it has stood there a moment, with nothing
// typed since.

import { el, setAttribute, sourceWords } from "./dom.js";
import { byline } from "./resolved.js";

const RIPE = 300; // milliseconds that a list must have been seen, for what is typed, before a key chooses from it

export class OfferList {
  /** `pick(source)` is called with the source that was chosen. */
  constructor(pick) {
    Object.assign(this, { pick, offers: [], at: -1, ripening: 0 });
    this.node = el("div", { class: "offers", id: "offers", role: "listbox", "aria-label": "Sources to choose from" });
    this.node.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.node.hidden = true;
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** The offer that is chosen, or null. */
  get chosen() {
    return this.offers[this.at] ?? null;
  }

  /** Show `groups`: [{title, offers: [{source, title, authors, journal, year, why, tone}]}]; without any the list closes. */
  show(groups) {
    const filled = groups.filter(({ offers }) => offers.length);
    const signature = JSON.stringify(filled);
    if (this.signature === signature && this.isOpen === filled.length > 0) return;
    this.signature = signature;
    const wasOpen = this.isOpen;
    Object.assign(this, { offers: filled.flatMap(({ offers }) => offers), at: -1 });
    if (!wasOpen || filled.length) this.#ripen();
    let place = -1;
    this.node.replaceChildren(...filled.flatMap(({ title, offers }) => [
      el("p", { class: "offers-title", role: "presentation", text: title }),
      ...offers.map((offer) => this.#entry(offer, (place += 1))),
    ]));
    this.node.hidden = filled.length === 0;
  }

  /** Something else is typed now: nothing of the list is chosen any more, and no key chooses from it for a moment. */
  loosen() {
    this.#ripen();
    if (this.at >= 0) this.#select(-1);
  }

  close() {
    this.show([]);
  }

  #entry(offer, at) {
    return el("div", { class: "offer", role: "option", id: `offer-${at}`, "aria-selected": "false", onclick: () => this.pick(offer.source) },
      el("p", { class: "offer-title", dir: "auto", text: offer.title || sourceWords(offer.source) }),
      el("p", { class: "offer-more" },
        offer.why ? el("b", { "data-tone": offer.tone, text: offer.why }) : null,
        el("span", { dir: "auto", text: [byline(offer), offer.title ? sourceWords(offer.source) : ""].filter(Boolean).join(" · ") }),
        offer.retraction?.tone ? el("span", { class: "retraction", "data-tone": offer.retraction.tone, text: offer.retraction.words }) : null));
  }

  /** Go `step` on in the list. False where the list takes no keys: the arrows then mean what they meant before. */
  move(step) {
    if (!this.isOpen || !this.node.hasAttribute("data-ripe")) return false;
    this.#select(Math.max(-1, Math.min(this.offers.length - 1, this.at + step)));
    return true;
  }

  /** From now on the list must stand a moment before it takes keys; then it says so. */
  #ripen() {
    clearTimeout(this.ripening);
    setAttribute(this.node, "data-ripe", null);
    this.ripening = setTimeout(() => setAttribute(this.node, "data-ripe", ""), RIPE);
  }

  #select(chosen) {
    this.at = chosen;
    [...this.node.querySelectorAll(".offer")].forEach((entry, at) => {
      setAttribute(entry, "aria-selected", String(at === this.at));
      if (at === this.at) entry.scrollIntoView({ block: "nearest" });
    });
  }
}
