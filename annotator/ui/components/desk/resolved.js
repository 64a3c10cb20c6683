// What is known of the source that is typed: its normal form or why it has none, the work it is, its retraction status.

import { el, setAttribute, setText, sourceLink, sourceWords } from "./dom.js";

const NOTHING = { pending: "Looking it up…", putOff: "Not looked up yet", unknown: "Not known here" };
export const RETRACTION_SIGNS = { bad: "⊘ ", doubt: "! " };

/** `Polack FP et al. · N Engl J Med · 2020`; empty where nothing is known. */
export function byline({ authors, journal, year }) {
  return [authors, journal, year].filter(Boolean).join(" · ");
}

/** The retraction status of a source with its sign, and a link to its notice where there is one. */
export function retractionLine({ words, tone, url, why }) {
  const said = `${RETRACTION_SIGNS[tone] ?? ""}${words}`;
  const line = el("p", { class: "retraction", "data-tone": tone, title: why || null }, url ? sourceLink(said, url) : said);
  return line;
}

export class Resolved {
  /** `choose(text)` is called with another identifier that the typed one could mean. */
  constructor(choose) {
    this.choose = choose;
    this.parsed = el("div", { class: "parsed", id: "parsed", role: "status" });
    this.title = el("p", { class: "work-title", dir: "auto" });
    this.by = el("p", { class: "byline", dir: "auto" });
    this.note = el("p", { class: "came", dir: "auto" }); // what came of the look-up
    this.off = el("p", { class: "lookups-off", text: "Look-ups are off: only this desk's own library is asked." });
    this.off.hidden = true;
    this.retraction = el("div", { role: "status" });
    this.hint = el("p", { class: "ask-for", text: "Paste what names the source, or type words of its title or its author. ↑ ↓ say what it does to the claim." });
    this.node = el("div", { class: "resolved" }, el("div", { class: "source-line" }, this.parsed, this.retraction), this.title, this.by, this.note, this.off, this.hint);
  }

  /** Paint the desk's answer; null while there is none. */
  paint(answer) {
    setAttribute(this.parsed, "data-ok", answer ? String(answer.ok) : null);
    if (answer?.ok) this.parsed.replaceChildren("✓ ", sourceLink(sourceWords(answer.source), answer.source.url));
    else this.parsed.replaceChildren(...(answer ? this.#refusal(answer) : []));
    this.hint.hidden = answer !== null;
    this.#paintWork(answer?.ok ? answer.about : null);
  }

  /** True while the identifier is asked about, and a choice is to be made. */
  get isAsking() {
    return this.parsed.querySelector("button") !== null;
  }

  #refusal({ reason, choices, refused }) {
    return [el("span", { text: reason }),
      ...(choices ?? []).map((choice) => el("button", { type: "button", class: "pick", text: choice, onclick: () => this.choose(choice) })),
      ...(refused ?? []).map((why) => el("p", { class: "refused", dir: "auto", text: why }))];
  }

  #paintWork(about) {
    const named = about ? byline(about) : "";
    setText(this.title, about?.title || (about && !named ? NOTHING[about.pending ? "pending" : about.put_off ? "putOff" : "unknown"] : ""));
    setAttribute(this.title, "data-none", about ? !about.title : null);
    setAttribute(this.title, "title", about?.title || null);
    setText(this.by, named);
    setAttribute(this.by, "title", named || null);
    setText(this.note, about?.note ?? "");
    this.off.hidden = about?.lookups !== "off";
    this.retraction.replaceChildren(...(about ? [retractionLine(about.retraction)] : []));
  }
}
