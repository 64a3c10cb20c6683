// The keys that repair the cut: merge with the next unit, split, another kind. The desk decides what the new units are;
// until it has, their keys wait, and after it the article is shown anew.

import { kindAnswer } from "./labels.js";
import { KindMenu } from "./kinds.js";
import { mergeReasons, moveDrafts } from "./recuts.js";
import { MergeDialog, SplitDialog } from "./repair.js";
import { words } from "./dom.js";

const FREE = new Set(["back", "next", "unit_back", "unit_next", "read_back", "read_on", "unanswered", "open", "help", "articles"]);
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
  }

  get isOpen() {
    return this.merging.isOpen || this.splitting.isOpen || this.kinds.isOpen;
  }

  /** True, with a word to the reviewer, where a key must wait for the desk: a verdict belongs to units that are there. */
  holds(command) {
    const { ledger, unit } = this.review;
    const waits = command === "undo" ? ledger.waitsForRecut : unit !== null && ledger.isRecutting(unit.id);
    if (FREE.has(command) || !waits) return false;
    this.review.tell("This is being cut anew: its keys wait for the desk. The arrows lead to other claims.");
    return true;
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
    const { notes, unit } = this.review;
    if (!unit) return;
    notes.commit();
    const isAsked = this.splitting.ask(unit, (point) => this.#do(unit.id, { do: "split", point }));
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

  /** Say what has become of the units, once the new ones are on the screen. */
  tellNews() {
    if (this.news) this.review.tell(this.news);
    this.news = "";
  }

  /** Mark the card while its unit waits: its evidence cannot be typed on then. */
  paint(card, evidence) {
    const { ledger, unit } = this.review;
    const isWaiting = unit !== null && ledger.isRecutting(unit.id);
    card.setWaiting(isWaiting ? "cutting anew…" : "");
    evidence.inert = isWaiting;
  }
}
