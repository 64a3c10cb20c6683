// The keys that repair the cut: merge with the next unit, split, another kind. The desk decides what the new units are;
// until it has, their keys wait, and after it the article is shown anew.

import { kindAnswer } from "./labels.js";
import { KindMenu } from "./kinds.js";
import { mergeReasons, moveDrafts, splitReasons } from "./recuts.js";
import { MergeDialog, SplitDialog } from "./repair.js";
import { words } from "./dom.js";

const FREE = new Set(["back", "next", "unit_back", "unit_next", "read_back", "read_on", "unanswered", "open", "help", "articles", "cite", "note", "put_away", "find_pubmed", "find_scholar"]);
const SETTLED = 400; // milliseconds after new words were painted, or after a key that came too early: who pressed it had not read them
const PATIENCE_WITH_RUN = 4000; // milliseconds until the article is asked for again
const DONE = {
  merge: "Merged: this is one unit now. U takes it back.",
  split: "Split: these are two units now. U takes it back.",
  undo: "Undone: the units are as they were.",
};

export class Recutting {
  /** `review` is what the keys act on: its unit in hand, its ledger, its queue. */
  constructor(review) {
    this.review = review;
    this.merging = new MergeDialog();
    this.splitting = new SplitDialog();
    this.kinds = new KindMenu((kind) => review.answering.give((unit, label) => kindAnswer(unit, label, kind), words(kind)));
    this.nodes = [this.merging.node, this.splitting.node, this.kinds.node];
    this.news = "";
    this.missed = new Set(); // keys that were pressed while their claim was being cut anew
    this.settles = -Infinity; // until when keys are too early, on the clock of the events
  }

  get isOpen() {
    return this.merging.isOpen || this.splitting.isOpen || this.kinds.isOpen;
  }

  /**
   * True, with a word to the reviewer, where a key is not taken: its claim is being cut anew, or what stands in its place
   * has only just come. A verdict belongs to words that were read. `at` is the time of the key, `cap` its name.
   */
  holds(command, at, cap) {
    const { ledger, unit } = this.review;
    const waits = command === "undo" ? ledger.waitsForRecut : unit !== null && ledger.isRecutting(unit.id);
    const isEarly = command !== "undo" && at < this.settles;
    if (FREE.has(command) || !(waits || isEarly)) return false;
    this.missed.add(cap);
    if (waits) {
      this.review.tell(`${this.#missedWords("is being cut anew, and its keys wait for the desk")} The arrows lead to other claims.`);
      return true;
    }
    this.#settle(at);
    this.review.tell(this.#missedWords());
    return true;
  }

  #missedWords(why = "was being cut anew") {
    const caps = [...this.missed];
    return caps.length ? `${caps.join(", ")} ${caps.length > 1 ? "were" : "was"} not taken: the claim ${why}.` : "";
  }

  /** Other words stand where the claim in hand was: its keys count from a moment after they can be seen. */
  arrived() {
    this.#settle(performance.now());
    requestAnimationFrame(() => this.#settle(performance.now()));
  }

  #settle(from) {
    this.settles = Math.max(this.settles, from + SETTLED);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.missed.clear();
      this.#paintWaiting();
    }, Math.max(0, this.settles - performance.now()) + 1);
    this.#paintWaiting();
  }

  merge() {
    const { data, index, ledger, notes, unit } = this.review;
    if (!unit) return;
    const next = data.units[index + 1];
    if (!next) return void this.review.tell("Nothing follows this unit: there is nothing to merge it with.");
    if (ledger.isRecutting(next.id)) return void this.review.tell("The next unit is being cut anew: wait for the desk.");
    notes.commit();
    const byOthers = new Set(data.labelled ?? []);
    const part = (one) => ({ unit: one, label: ledger.labelOf(one.id), byOthers: byOthers.has(one.id) });
    const reasons = mergeReasons([part(unit), part(next)]);
    const merge = () => this.#do(unit.id, { do: "merge", next: next.id });
    if (reasons.length) this.merging.ask({ unit, next, reasons }, merge);
    else merge();
  }

  split() {
    const { data, ledger, notes, unit } = this.review;
    if (!unit) return;
    notes.commit();
    const reasons = splitReasons({ label: ledger.labelOf(unit.id), byOthers: (data.labelled ?? []).includes(unit.id) });
    const isAsked = this.splitting.ask(unit, reasons, (point) => this.#do(unit.id, { do: "split", point }));
    if (!isAsked) this.review.tell("There is no point to split at: this unit is one word.");
  }

  kind() {
    const { ledger, unit } = this.review;
    if (unit) this.kinds.ask(unit.text, ledger.labelOf(unit.id).kind ?? unit.kind);
  }

  #do(claimId, deed) {
    const { ledger, line, voice } = this.review;
    ledger.recut(claimId, deed);
    voice.say("Cutting anew");
    this.review.paint();
    line.changed();
  }

  /** The desk has cut units anew, here or in another tab, or a unit turned out to be gone: ask for the article again. */
  heard(recuts, isGone) {
    const { data, ledger, line, queue } = this.review;
    const isOld = recuts.some(({ retired }) => retired.some((id) => queue.at.has(id)));
    if (!isOld && !isGone) return;
    this.news = isOld ? DONE[recuts.at(-1).act] : "This article was cut anew meanwhile. Here it is as it stands now.";
    ledger.outbox.refreshArticle(data.article.slug);
    line.changed();
    this.#watch();
  }

  /** Ask again while units are on the screen that are gone: a page run may have been overtaken by another. */
  #watch() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { data, ledger, line } = this.review;
      if (line.pane !== this.review || !data.units.some(({ id }) => ledger.gone.has(id))) return;
      ledger.outbox.refreshArticle(data.article.slug);
      line.changed();
      this.#watch();
    }, PATIENCE_WITH_RUN);
  }

  /** A page run has come: what was typed on units that are gone goes with their words. */
  arrive(data) {
    this.review.ledger.meet(data.units);
    moveDrafts(this.review.line.drafts, data.replaced ?? {});
  }

  /** Say what has become of the units, once the new ones are on the screen; `more` is news of the article. */
  tellNews([revised, lost]) {
    const said = [revised ?? this.news, lost, this.#missedWords()].filter(Boolean).join(" ");
    if (said) this.review.tell(said);
    this.news = "";
  }

  /** Mark the card while its keys are not taken. Its fields are: what is typed goes with the words. */
  paint() {
    const { cite, ledger, unit } = this.review;
    const isWaiting = unit !== null && ledger.isRecutting(unit.id);
    const { node } = cite.list;
    node.inert = isWaiting && !node.contains(node.getRootNode().activeElement); // what holds the focus never goes
    this.#paintWaiting(isWaiting);
  }

  #paintWaiting(isWaiting = this.review.unit !== null && this.review.ledger.isRecutting(this.review.unit.id)) {
    this.review.card.setWaiting(isWaiting ? "cutting anew…" : "", performance.now() < this.settles);
  }
}
