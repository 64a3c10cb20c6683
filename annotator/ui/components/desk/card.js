// The claim in hand: large, with what it needs around it to be understood, and its keys.

import { byUrgency, toCuePieces } from "./blocks.js";
import { SIGNS, STATE_WORDS, el, keyButton, setAttribute, setText, words, toPieces } from "./dom.js";
import { isInQueue, isNotAClaim, stateOf } from "./labels.js";

const MOVES = new Set(["back", "next", "unanswered", "undo"]);
const VERDICTS = [["supported", "1"], ["unsupported", "2"], ["contradicted", "3"]];

export class Card {
  /** `run(command)` is called for a button as for its key. `evidence` is the node that stands below the keys. */
  constructor(run, evidence) {
    Object.assign(this, { run, evidence });
    this.place = el("span", { class: "place" });
    this.kind = el("span", { class: "kind" });
    this.state = el("span", { class: "state" });
    this.path = el("p", { class: "path" });
    this.lead = el("p", { class: "lead" });
    this.claim = el("p", { class: "claim", dir: "auto" });
    this.cells = el("dl", { class: "cells", "aria-label": "The row by its columns" });
    this.cues = el("ul", { class: "cues", "aria-label": "Cues" });
    this.todo = el("p", { class: "todo" });
    this.decided = el("p", { class: "decided", dir: "auto" });
    this.decided.hidden = true;
    this.verdicts = VERDICTS.map(([verdict, cap]) => this.#verdictButton(verdict, cap));
    this.turn = this.#button("turn", "Not a claim", "X");
    this.node = el("section", { class: "card", "aria-label": "The claim in hand" },
      el("div", { class: "question" },
        el("header", { class: "where" }, this.place, this.kind, this.state),
        this.path, this.lead, this.claim, this.cells, this.cues, this.decided),
      el("div", { class: "keys" },
        el("div", { class: "verdicts", role: "group", "aria-label": "Verdict" }, this.verdicts),
        el("div", { class: "moves" },
          this.#button("back", "Back", "←"), this.#button("next", "Next", "→"),
          this.#button("skip", "Skip", "S"), this.turn,
          this.#button("undo", "Undo", "U"), this.#button("unanswered", "Next unanswered", "J")),
        el("div", { class: "moves repair", role: "group", "aria-label": "Repair the cut" },
          this.#button("merge", "Merge with next", "M"), this.#button("split", "Split", "P"), this.#button("kind", "Kind", "K"))),
      this.todo, evidence);
  }

  /** The second click of a double click is no second answer: by then another claim stands here. */
  #button(command, label, cap, attributes = {}) {
    const onclick = (event) => (event.detail < 2 || MOVES.has(command)) && this.run(command);
    return keyButton(label, cap, { class: "move", "data-command": command, onclick, ...attributes });
  }

  #verdictButton(verdict, cap) {
    const button = this.#button(verdict, STATE_WORDS[verdict], cap, { class: "verdict", "data-verdict": verdict });
    button.prepend(el("span", { class: "sign", text: SIGNS[verdict], "aria-hidden": "true" }));
    return button;
  }

  /** Paint `unit` with its `label`; `place` and `total` say where it stands in the queue. */
  paint(unit, label, { place, total, isHarmFirst }) {
    const state = stateOf(label);
    const inQueue = isInQueue(unit, label);
    this.node.hidden = false;
    setAttribute(this.node, "data-claim", unit.id);
    setAttribute(this.node, "data-state", state);
    setText(this.place, inQueue ? `Claim ${place} of ${total}${isHarmFirst ? ", harm first" : ""}` : "Outside the queue");
    setText(this.kind, words(label.kind ?? unit.kind));
    setText(this.state, state === "none" ? "" : `${SIGNS[state] ?? ""} ${STATE_WORDS[state]}`.trim());
    setText(this.turn.firstChild, inQueue ? "Not a claim" : "Is a claim");
    for (const button of this.verdicts) setAttribute(button, "aria-pressed", String(button.dataset.verdict === state));
    this.#paintTodo(label);
    if (this.unit === unit) return;
    this.unit = unit;
    this.#paintUnit(unit);
  }

  /** Tell what an editor decided, to whoever has answered: never before, so that votes stay their own. */
  tellDecision(decision, label) {
    const isTold = Boolean(decision) && (label.verdict !== null || isNotAClaim(label));
    this.decided.hidden = !isTold;
    if (!isTold) return;
    const { answer, editor, rationale } = decision;
    setAttribute(this.decided, "data-verdict", answer);
    setText(this.decided, `${editor} decided: ${SIGNS[answer] ?? "–"} ${STATE_WORDS[answer].toLowerCase()}.${rationale ? ` Because: ${rationale}` : ""}`);
  }

  /** Say that the unit waits for the desk, and for what; "" where it does not. `isEarly`: its keys are not taken yet. */
  setWaiting(why, isEarly = false) {
    setAttribute(this.node, "data-waiting", why || isEarly ? "yes" : null);
    if (why) setText(this.state, why);
  }

  /** No claim is in hand. */
  clear() {
    setAttribute(this.node, "data-claim", null);
    this.unit = null;
  }

  #paintTodo(label) {
    setText(this.todo, label.missing ? `○ Evidence missing: ${label.missing}` : "");
    this.todo.hidden = !label.missing;
  }

  /** Say above the evidence why a key did nothing; the next paint takes it away. */
  warn(text) {
    setText(this.todo, text);
    this.todo.hidden = false;
  }

  #paintUnit(unit) {
    this.node.firstChild.scrollTop = 0;
    this.evidence.scrollTop = 0;
    setText(this.path, unit.headings.join(" › "));
    const cells = unit.cells ?? [];
    const named = cells.some(([name]) => name);
    setText(this.lead, [unit.intro, named ? "" : unit.header].filter(Boolean).join(" · "));
    this.lead.hidden = !this.lead.textContent;
    setAttribute(this.claim, "data-length", unit.text.length > 480 ? "longest" : unit.text.length > 320 ? "long" : unit.text.length > 170 ? "middle" : "short");
    this.cells.replaceChildren(...(named ? cells : []).map(([name, cell]) =>
      el("div", { dir: "auto" }, el("dt", { text: name }), el("dd", { text: cell || "–" }))));
    this.cells.hidden = !named;
    this.claim.replaceChildren(...toCuePieces(unit.text, unit.cues).flatMap(({ text, names, told }) =>
      names.length ? el("mark", { "data-cue": names[0], title: told.join(", "), text }) : toPieces(text)));
    const chips = new Map(byUrgency(unit.cues).map((cue) => [cue.words, cue.name])); // the same thing said twice is one chip
    this.cues.replaceChildren(...[...chips].map(([said, name]) => el("li", { "data-cue": name, text: said })));
    this.cues.hidden = chips.size === 0;
  }
}
