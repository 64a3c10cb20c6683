// What the desk knows that may settle the claim in hand: sources used on claims like it, the best of the library, searches to
// make, and what its own citations are. It is asked a moment after the claim has come, so that fast keys ask for nothing.

import { el, keyButton, sourceWords } from "./dom.js";

const PAUSE = 500; // milliseconds that a claim must have been in hand
const LOOK_AGAIN = [1500, 3000, 6000]; // while a cited source is being looked up
const SEARCH_KEYS = { PubMed: "F", "Google Scholar": "G" };

/** What names a citation's source and quote, whatever else it says. */
function toldKey(source, quote) {
  return `${source.type}:${source.identifier}:${quote ?? ""}`;
}

/** What a person who made these searches may put in the search note, a line each. */
export function searchNote(searches) {
  return searches.map(({ note }) => note).join("\n");
}

export class Finding {
  /** `review` is what it works for: its unit in hand, its forms, its line. */
  constructor(review) {
    Object.assign(this, { review, claims: new Map(), told: new Map(), asking: null, turn: 0 });
  }

  /** Another person is at the desk: what they searched for is theirs. */
  join() {
    this.made = new Map(); // claim id -> searches made for it
    this.claims.clear();
    this.told.clear();
  }

  /** What every question about a source says of the claim it is for. */
  context() {
    const { unit } = this.review;
    return { claim_id: unit?.id ?? "", claim: unit?.text ?? "" };
  }

  /** A claim is in hand, or its label has changed: ask in a moment for what is not known yet. */
  meet(unit, label) {
    if (this.unit !== unit) this.turn = 0;
    this.unit = unit;
    this.#paintWays();
    this.review.notes.offerNote(searchNote(this.made.get(unit.id) ?? []));
    clearTimeout(this.pause);
    const isNew = !this.claims.has(unit.id) || this.#missing(label).length > 0;
    if (isNew) this.pause = setTimeout(() => this.#ask(), PAUSE);
  }

  #missing(label) {
    return label.citations.filter((citation) => citation.type && !this.told.has(toldKey(citation, citation.quote)));
  }

  #ask() {
    const { line, unit, ledger } = this.review;
    if (!unit || unit !== this.unit) return;
    if (!this.claims.has(unit.id)) line.ask("claim", { ...this.context(), around: [this.review.data.article.title, ...unit.headings] });
    const missing = this.#missing(ledger.labelOf(unit.id));
    if (missing.length) this.#askCited(missing);
  }

  #askCited(citations) {
    const cited = citations.map((citation) => ({ text: sourceWords(citation), quote: citation.quote ?? "" }));
    this.asking = { citations, n: this.review.line.ask("cited", { ...this.context(), cited }) };
  }

  hear(answer) {
    if (answer.failed) return;
    if (answer.topic === "claim") this.#hearClaim(answer);
    if (answer.topic === "cited" && answer.n === this.asking?.n) this.#hearCited(answer);
  }

  #hearClaim({ claim_id: id, offers, searches }) {
    this.claims.set(id, { offers, searches });
    if (id !== this.unit?.id) return;
    this.#paintWays();
    this.review.cite.offersCame(id);
  }

  #hearCited({ cited }) {
    const { citations } = this.asking;
    citations.forEach((citation, at) => {
      if (!cited[at]) return;
      this.told.set(toldKey(citation, citation.quote), cited[at]);
      if (this.unit === this.review.unit) this.review.late.saw(this.unit.id, citation, cited[at].about.retraction);
    });
    this.review.cite.paintList();
    const waiting = citations.filter((_, at) => cited[at]?.about.pending);
    if (!waiting.length || this.turn >= LOOK_AGAIN.length) return;
    clearTimeout(this.looking);
    this.looking = setTimeout(() => this.review.unit === this.unit && this.#askCited(waiting), LOOK_AGAIN[this.turn]);
    this.turn += 1;
  }

  /** The desk has told something of a source while it was typed. */
  learn(source, quote, { about, quote: check }) {
    this.told.set(toldKey(source, quote.trim()), { about, check });
    this.review.late.saw(this.review.unit.id, source, about.retraction);
  }

  /** More is known of a source than was told: ask again where it is shown. */
  forget(source) {
    for (const key of this.told.keys()) if (key.startsWith(`${source}:`)) this.told.delete(key);
  }

  /** What is known of a citation: {about, check}, or null. */
  describe(citation) {
    return this.told.get(toldKey(citation, citation.quote)) ?? null;
  }

  /** The groups of sources to offer for a claim before anything is typed. */
  offersFor(claimId) {
    return this.claims.get(claimId)?.offers ?? [];
  }

  #paintWays() {
    const searches = this.claims.get(this.unit.id)?.searches ?? [];
    const { ways } = this.review.cite;
    const signature = JSON.stringify([this.unit.id, searches]);
    if (this.signature === signature) return;
    this.signature = signature;
    ways.replaceChildren(...searches.map(({ name, terms }) =>
      keyButton(`${name} ↗`, SEARCH_KEYS[name], { class: "search-way", title: `Search ${name} for: ${terms}`, onclick: () => this.search(name) })));
  }

  /** Open a search for the claim in hand in a tab of its own, and offer its words for the search note. */
  search(name) {
    const { review } = this;
    if (!review.unit) return;
    const found = this.claims.get(review.unit.id)?.searches.find((one) => one.name === name);
    if (!found) {
      review.tell(this.claims.has(review.unit.id) ? "There is nothing in this claim to search for." : "The desk has not made a search of this claim yet: once more in a moment.");
      return;
    }
    const { id } = review.unit;
    el("a", { href: found.url, target: "_blank", rel: "noopener noreferrer" }).click();
    const others = (this.made.get(id) ?? []).filter((one) => one.name !== name);
    this.made.set(id, [...others, { name, note: found.note }]);
    review.notes.offerNote(searchNote(this.made.get(id)));
    review.voice.say(`Search opened in ${name}. Its words are offered for the search note.`);
  }

  /** With the verdict that says one searched, the searches that were made stand in an empty search note. */
  noteSearch() {
    const { notes, unit } = this.review;
    notes.fill(searchNote(this.made.get(unit.id) ?? []));
  }
}
