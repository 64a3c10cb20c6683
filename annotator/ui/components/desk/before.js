// What the claim in hand was before its words or their place changed, and what the reviewer said of it then. Nothing of
// that holds by itself: a key says it again, as an answer of its own with its evidence.

import { SIGNS, STATE_WORDS, el, keyButton, sourceWords } from "./dom.js";
import { NO_LABEL, answerOf, isSameAnswer, isSameCitation, stateOf } from "./labels.js";

const SAID_ON = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const MARKED_AS = { both: "span", old: "del", new: "ins" };

/** True where the label answers something: a verdict, or what it is. A skip answers nothing. */
export function isAnswer(label) {
  return label.verdict !== null || label.kind !== null;
}

/** The earlier wordings of which the reviewer said something that can be said again: an answer, or evidence alone. */
export function sayable(earlier) {
  return earlier.filter(({ label }) => label && (isAnswer(label) || evidenceAgain(label, NO_LABEL).length > 0));
}

/** True where the label holds all that the earlier one did. */
export function isSaidAgain(said, label) {
  return (!isAnswer(said) || isSameAnswer(answerOf(said), answerOf(label))) && evidenceAgain(said, label).length === 0;
}

/** The deeds that bring the evidence of an earlier label to this one; what is there already stays as it is. */
export function evidenceAgain(said, label) {
  const cited = said.citations.filter((citation) => !label.citations.some((one) => isSameCitation(one, citation)));
  const deeds = cited.map(({ stance, quote, place, strength, ...source }) => ({
    deed: { do: "cite", identifier: sourceWords(source), stance, quote: quote ?? "", place: place ?? "", strength: strength ?? "" }, local: { source },
  }));
  const notes = Object.fromEntries(["rationale", "search_note", "confidence"]
    .filter((name) => (said[name] ?? "") && !(label[name] ?? "").trim()).map((name) => [name, said[name]]));
  return Object.keys(notes).length ? [...deeds, { deed: { do: "note", ...notes } }] : deeds;
}

/** A piece of a difference as [the blank before it, its words marked]: a line through a blank reads as a hyphen. */
function marked([part, text]) {
  const words = text.trimStart();
  return [text.slice(0, text.length - words.length), el(MARKED_AS[part], { text: words })];
}

export class Before {
  /** `sayAgain(label)` gives the earlier answer again. */
  constructor(sayAgain) {
    this.sayAgain = sayAgain;
    this.node = el("div", { class: "before" });
  }

  /** Paint what `unit` was `earlier` (null: nothing else), and in which revision the label it `kept` was given. */
  paint(unit, earlier, kept, label) {
    const entries = earlier ?? [];
    const signature = JSON.stringify([unit.id, entries.length, kept, entries.map(({ label: said }) => said && isSaidAgain(said, label))]);
    if (signature === this.signature) return;
    this.signature = signature;
    const one = sayable(entries).length === 1;
    this.node.replaceChildren(...(kept ? [this.#kept(kept)] : entries.map((each) => this.#entry(each, label, one))));
    this.node.hidden = this.node.childElementCount === 0;
  }

  #kept(revision) {
    return el("p", { class: "kept", text: `= Your answer is kept from revision ${revision}: the words are the same.` });
  }

  #entry({ revision, pieces, about, place, same, points_back: pointsBack, label: said, is_recut: wasRecut }, label, isOne) {
    const what = wasRecut ? "Before it was cut anew" : same ? `Since revision ${revision}: ${same}`
      : `Changed since revision ${revision}${about.length ? `: ${about.join(", ")}` : ""}`;
    return el("section", { "aria-label": "Before" },
      el("h3", { text: what }),
      pieces.length ? el("p", { class: "diff", dir: "auto" }, pieces.flatMap(marked)) : null,
      pointsBack ? el("p", { class: "stood", text: pointsBack }) : null,
      place === null ? null : el("p", { class: "stood" }, "Stood under: ", el("del", { text: place || "no heading" })),
      ...(said ? this.#said(said, label, isOne) : []));
  }

  #said(said, label, isOne) {
    const state = stateOf(said);
    const count = said.citations.length;
    const evidence = count ? `, ${count} citation${count === 1 ? "" : "s"}` : "";
    const day = said.saved_at ? `, ${SAID_ON.format(new Date(said.saved_at))}` : "";
    const isDone = isSaidAgain(said, label ?? NO_LABEL);
    const button = !sayable([{ label: said }]).length ? null
      : isDone ? el("span", { class: "done", text: "✓ said again" })
        : keyButton(isAnswer(said) ? "Same again" : "Bring it along", isOne ? "Y" : null, { class: "again", onclick: (event) => event.detail < 2 && this.sayAgain(said) });
    const notes = [["Rationale", said.rationale], ["Search note", said.search_note]].filter(([, text]) => text?.trim());
    return [
      el("p", { class: "said", "data-state": state },
        el("span", {}, state === "none" ? "You gave no answer" : ["You said ", el("b", { text: `${SIGNS[state] ?? ""} ${STATE_WORDS[state]}`.trim() })], `${evidence}${day}`), button),
      ...notes.map(([name, text]) => el("p", { class: "wrote", dir: "auto", title: text }, el("b", { text: `${name}: ` }), text)),
    ];
  }
}
