// What the claim in hand may repeat or contradict elsewhere: one quiet line on its card, and the list behind it. All of it
// are suggestions: a person says whether one holds, and nothing else follows from it.

import { SIGNS, STATE_WORDS, el, keyButton, setAttribute, setText } from "./dom.js";
import { Dialog } from "./help.js";

const SAYS = { repeat: { yes: "The same", no: "Not the same" }, conflict: { yes: "They disagree", no: "They do not" } };

/** The suggestions of a claim, with the decisions that wait in the outbox (`entries`) applied. */
export function matchesAfter(claimId, matches, entries) {
  const waiting = entries.filter(({ item }) => item.do === "match");
  return matches.map((match) => {
    const last = waiting.findLast(({ item }) => item.kind === match.kind
      && [item.claim_id, item.other].includes(claimId) && [item.claim_id, item.other].includes(match.claim_id));
    return last ? { ...match, holds: last.item.holds, decided_by: "" } : match;
  });
}

/** `Like 2 other claims · 1 conflict`; empty where there is nothing to look at. What was dismissed does not count. */
export function matchWords(matches) {
  const open = matches.filter(({ holds }) => holds !== false);
  const repeats = open.filter(({ kind }) => kind === "repeat").length;
  const conflicts = open.length - repeats;
  return [
    repeats ? `Like ${repeats} other claim${repeats === 1 ? "" : "s"}` : "",
    conflicts ? `${conflicts} conflict${conflicts === 1 ? "" : "s"}` : "",
  ].filter(Boolean).join(" · ");
}

export class MatchLine {
  constructor(open) {
    this.button = keyButton("", "R", { class: "alike", onclick: open });
    this.node = el("p", { class: "matches" }, this.button);
    this.node.hidden = true;
  }

  paint(matches) {
    const said = matchWords(matches);
    setText(this.button.firstChild, said);
    setAttribute(this.button, "data-conflict", said.includes("conflict"));
    this.node.hidden = !said;
  }
}

export class MatchList extends Dialog {
  /** `acts`: go(claimId), decide(match, holds: true, false or null to take it back, what held before), undo(). */
  constructor(acts) {
    const list = el("ol", { class: "matches-list" });
    super("Repeats and conflicts", el("p", { class: "careful", text:
      "Found by rules that compare words. Each claim is still answered on its own. U takes what you said of two claims back, and so does the same key again." }), list);
    Object.assign(this, { acts, list, matches: [] });
    this.node.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Show what `unit` may repeat or contradict; `slug` is the article it is in. */
  show(unit, matches, slug) {
    Object.assign(this, { unit, slug, matches });
    this.list.replaceChildren(...matches.map((match) => this.#entry(match)));
    this.open();
    this.list.firstChild?.focus();
  }

  #entry(match) {
    const { kind, sign, words, title, slug, differences, verdict, claim_id: claimId } = match;
    const where = slug === this.slug ? "In this article" : title;
    const entry = el("li", { tabindex: "0", "data-kind": kind, "aria-label": `${words} ${where}` },
      el("header", {},
        el("span", { class: "match-kind" }, el("span", { class: "sign", text: sign, "aria-hidden": "true" }), words),
        el("span", { class: "where-at", text: where, dir: "auto" })),
      el("p", { class: "side-ours" }, el("span", { class: "side-name", text: "This" }), this.#side(match, "ours")),
      el("p", { class: "side-theirs" }, el("span", { class: "side-name", text: "Other" }), this.#side(match, "theirs")),
      differences.length ? el("ul", { class: "differences" }, differences.map((text) => el("li", { text }))) : null,
      el("footer", {}, verdict ? el("span", { class: "yours", "data-state": verdict, text: `You answered there: ${SIGNS[verdict]} ${STATE_WORDS[verdict]}` })
        : el("span", { class: "yours", text: "No answer of yours there" }),
      el("span", { class: "acts" },
        this.#choice(match, true), this.#choice(match, false),
        keyButton("Go there", "↵", { class: "go", onclick: () => this.#go(claimId) }))));
    this.#paint(entry, match);
    return entry;
  }

  #side(match, side) {
    return el("span", { class: "words", dir: "auto" }, match[side].map(([isMarked, text]) =>
      !isMarked ? text : [text.slice(0, text.length - text.trimStart().length), el("mark", { text: text.trimStart() })]).flat());
  }

  #choice(match, holds) {
    const onclick = (event) => this.#decide(event.target.closest("li[data-kind]"), holds);
    return keyButton(SAYS[match.kind][holds ? "yes" : "no"], holds ? "Y" : "N", { class: "choose", "data-holds": String(holds), onclick });
  }

  #paint(entry, { holds, decided_by: by }) {
    setAttribute(entry, "data-holds", holds === null ? null : String(holds));
    for (const button of entry.querySelectorAll(".choose")) {
      setAttribute(button, "aria-pressed", String(button.dataset.holds === String(holds)));
      setAttribute(button, "title", by && button.dataset.holds === String(holds) ? `Decided by ${by}` : null);
    }
  }

  /** The same choice once more takes it back. */
  #decide(entry, holds) {
    const at = [...this.list.children].indexOf(entry);
    const before = this.matches[at];
    if (!before) return;
    const match = { ...before, holds: before.holds === holds ? null : holds, decided_by: "" };
    this.matches = this.matches.with(at, match);
    this.#paint(entry, match);
    this.acts.decide(match, match.holds, before.holds);
    entry.focus();
  }

  #go(claimId) {
    this.node.close();
    this.acts.go(claimId);
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const entry = this.node.getRootNode().activeElement?.closest("li[data-kind]");
    const key = event.key.toLowerCase();
    const step = { arrowdown: 1, arrowup: -1 }[key];
    if (step) (entry ? (step > 0 ? entry.nextElementSibling : entry.previousElementSibling) : this.list.firstChild)?.focus();
    else if (entry && (key === "y" || key === "n")) this.#decide(entry, key === "y");
    else if (entry && key === "enter" && event.target === entry) this.#go(this.matches[[...this.list.children].indexOf(entry)].claim_id);
    else if (key === "u") this.acts.undo();
    else if (key === "r") this.node.close();
    else return;
    event.preventDefault();
  }
}

/** Repeats and conflicts in the review pane: what is known of the claim in hand, and what its reviewer says of that. */
export class Alike {
  constructor(review) {
    this.review = review;
    this.line = new MatchLine(() => review.run("matches"));
    this.decided = []; // what undo can take back, oldest first, each with the newest answer of then
    this.list = new MatchList({
      go: (id) => review.goTo(id),
      decide: (match, holds, before) => {
        this.decided.push({ id: this.list.unit.id, match, before, after: this.#newest });
        this.#decide(this.list.unit.id, match, holds);
      },
      undo: () => this.takeBack() && this.open(),
    });
  }

  get #newest() {
    const { answers, removals } = this.review.ledger;
    return `${answers.at(-1)?.key} ${removals.length}`;
  }

  /** Take back what was said last of two claims, by saying what held before. False where an answer came after it. */
  takeBack() {
    const last = this.decided.at(-1);
    if (last?.after !== this.#newest) return false;
    this.decided.pop();
    this.#decide(last.id, last.match, last.before);
    this.review.tell("Taken back: what you said of the two claims.");
    return true;
  }

  /** A claim's suggestions as they are once what waits is saved. */
  #of(claimId) {
    const { data, ledger } = this.review;
    return matchesAfter(claimId, data.matches?.[claimId] ?? [], ledger.outbox.entries);
  }

  paint() {
    this.line.paint(this.#of(this.review.unit.id));
  }

  open() {
    const { unit, data } = this.review;
    if (!unit) return;
    const found = this.#of(unit.id);
    if (found.length) this.list.show(unit, found, data.article.slug);
    else this.review.tell("No repeats or conflicts are known for this one.");
  }

  /** Keep what the reviewer says, here and where the other claim shows it too. */
  #decide(id, match, holds) {
    const { data, ledger, line } = this.review;
    ledger.do(id, { do: "match", other: match.claim_id, kind: match.kind, holds });
    for (const [one, other] of [[id, match.claim_id], [match.claim_id, id]]) {
      const known = data.matches?.[one]?.find((each) => each.claim_id === other && each.kind === match.kind);
      if (known) Object.assign(known, { holds, decided_by: "" });
    }
    if (this.review.unit) this.paint();
    line.changed();
  }
}
