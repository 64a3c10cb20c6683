// The keys that decide: verdicts, skip, not a claim, undo. Each keeps one answer in the ledger and brings the next claim.

import { STATE_WORDS } from "./dom.js";
import { evidenceAgain, isAnswer, sayable } from "./before.js";
import { answerOf, isInQueue, isSameAnswer, missingEvidence, skipAnswer, stateOf, turnedAnswer, verdictAnswer } from "./labels.js";

export class Answering {
  /** `review` is what the keys act on: its unit in hand, its ledger, its queue. */
  constructor(review) {
    this.review = review;
  }

  #labelInHand() {
    const { ledger, notes, unit } = this.review;
    notes.commit(); // what was typed belongs to the claim before its answer does
    return ledger.labelOf(unit.id);
  }

  answer(verdict) {
    const { cite, data, finding, unit } = this.review;
    if (!unit || !cite.finish(verdict)) return;
    if (verdict === "unsupported") finding.noteSearch();
    const label = this.#labelInHand();
    const answer = verdictAnswer(unit, label, verdict);
    const missing = missingEvidence({ ...label, ...answer });
    if (data.strict && missing) {
      this.#wantEvidence(verdict, missing);
      return;
    }
    this.#keep(label, answer);
    this.#moveOn(stateOf(label), STATE_WORDS[verdict]);
  }

  /** A desk whose evidence rule is strict would refuse the verdict: ask for the evidence first. */
  #wantEvidence(verdict, missing) {
    const { card, cite, notes, voice } = this.review;
    voice.say(`Not answered: this desk first wants ${missing}`);
    card.warn(`First ${missing}, then the verdict: this desk's evidence rule is strict.`);
    if (verdict === "unsupported") notes.fields.search_note.focus();
    else cite.focus(verdict);
  }

  /** Put an unanswered claim off; one that has an answer keeps it. */
  skip() {
    if (!this.review.unit) return;
    const label = this.#labelInHand();
    const state = stateOf(label);
    if (state === "none") this.#keep(label, skipAnswer(label));
    this.#moveOn(state, state === "none" ? STATE_WORDS.skipped : STATE_WORDS[state]);
  }

  /** Out of the queue, or into it. What comes in stays in hand: it waits for its verdict. */
  turn() {
    const { review } = this;
    if (!review.unit) return;
    const label = this.#labelInHand();
    const wasInQueue = isInQueue(review.unit, label);
    this.#keep(label, turnedAnswer(review.unit, label));
    if (wasInQueue) {
      this.#moveOn(stateOf(label), STATE_WORDS.not_a_claim);
      return;
    }
    review.voice.say("Made a claim");
    review.show(review.index);
  }

  /** Give what was said of an earlier wording again, with its evidence: an answer of now, like any other. */
  again(said = null) {
    const { review } = this;
    const { data, ledger, line, unit } = review;
    if (!unit) return;
    const earlier = sayable(data.before?.[unit.id] ?? []);
    const again = said ?? (earlier.length === 1 ? earlier[0].label : null);
    if (!again) {
      review.tell(earlier.length ? "You said several things before: choose one with its button." : "You said nothing of this claim before it changed.");
      return;
    }
    const label = this.#labelInHand();
    for (const { deed, local } of evidenceAgain(again, label)) ledger.do(unit.id, deed, local);
    if (!isAnswer(again)) {
      review.refresh(review.index);
      review.show(review.index);
      line.changed();
      review.tell("What you noted before stands with this claim now. Its verdict is still to give.");
      return;
    }
    const missing = missingEvidence({ ...ledger.labelOf(unit.id), ...answerOf(again) });
    if (data.strict && missing) {
      this.#wantEvidence(again.verdict, missing);
      return;
    }
    this.#keep(label, answerOf(again));
    review.refresh(review.index);
    line.changed();
    this.#moveOn(stateOf(label), STATE_WORDS[stateOf(again)]);
  }

  /** Another answer of the reviewer's own making, such as a kind: `answerTo(unit, label)`; `said` is what it comes to. */
  give(answerTo, said) {
    const { review } = this;
    const label = this.#labelInHand();
    const answer = answerTo(review.unit, label);
    if (isSameAnswer(answer, answerOf(label))) {
      review.tell(`It is a unit of that kind already: ${said}.`);
      return;
    }
    const wasInQueue = isInQueue(review.unit, label);
    this.#keep(label, answer);
    if (wasInQueue && !isInQueue(review.unit, review.ledger.labelOf(review.unit.id))) {
      this.#moveOn(stateOf(label), `Kind: ${said}`);
      return;
    }
    review.voice.say(`Kind: ${said}`);
    review.show(review.index);
  }

  #keep(label, answer) {
    const { ledger, line, stay, unit, index } = this.review;
    if (isSameAnswer(answer, answerOf(label))) return;
    ledger.answer(unit.id, answer, stay.seconds());
    this.review.refresh(index);
    line.changed();
  }

  /** After a first answer the next claim without one; after a changed answer simply the next. */
  #moveOn(before, said) {
    const { review } = this;
    const { queue, index } = review;
    const isChange = before !== "none" && before !== "skipped";
    review.show(isChange ? queue.beside(index, 1) : queue.nextUnanswered(index, before === "skipped"));
    const next = review.unit ? `${review.card.place.textContent}: ${review.unit.text}` : "End of the article.";
    review.voice.say(`${said}. ${next}`);
  }

  /** Take the newest answer back, of whichever article, or put back a citation taken off since; show its claim. */
  undo() {
    const { ledger, line, notes, queue, voice } = this.review;
    notes.commit();
    if (this.review.alike.takeBack()) return;
    const removal = ledger.putBack();
    const claimId = removal ? removal.claim_id : ledger.undo();
    line.changed();
    if (claimId === null) {
      this.review.tell("Nothing left to undo.");
      return;
    }
    const index = queue.at.get(claimId);
    if (index !== undefined) this.review.refresh(index);
    this.review.goTo(claimId);
    voice.say(removal ? "Citation put back" : ledger.isRecutting(claimId) ? "Cutting anew" : "Undone");
  }
}
