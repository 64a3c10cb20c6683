// What a reviewer gives with an answer: citations, notes, and how strong what they cite is.

import { CiteForm } from "./cite.js";
import { el, sourceWords, words } from "./dom.js";
import { citationKey } from "./labels.js";
import { NoteForm } from "./notes.js";
import { StrengthMenu } from "./strengths.js";

export class Evidence {
  constructor(review) {
    this.review = review;
    this.node = el("div", { class: "evidence" });
    this.weighing = new StrengthMenu((strength) => this.#weigh(strength));
  }

  /** A person's own forms: what one typed is never shown to another. */
  join() {
    const { review } = this;
    const { finding, line, voice } = review;
    const drafted = (id) => review.queue.at.has(id) && review.mark(review.queue.at.get(id));
    const isThere = (id) => review.isThere(id);
    const leave = () => review.focus();
    this.cite = new CiteForm(line.drafts, {
      cite: (id, fields, source) => this.#do(id, { do: "cite", ...fields }, { source }),
      uncite: (id, citation) => this.#do(id, { do: "uncite", citation: citationKey(citation) }),
      remove: (id, citation) => this.#remove(id, citation),
      putBack: () => review.run("undo"),
      ask: (fields) => line.ask("source", { ...fields, ...finding.context() }),
      verdict: (command, at, cap) => review.run(command, at, cap),
      weigh: (citation) => this.askStrength(citation),
      offers: (id) => finding.offersFor(id),
      describe: (citation) => finding.describe(citation),
      learned: (source, quote, answer) => finding.learn(source, quote, answer),
      say: (said) => voice.say(said),
      leave, drafted, isThere,
    });
    this.notes = new NoteForm(line.drafts, { note: (id, fields) => this.#do(id, { do: "note", ...fields }), leave, drafted, isThere });
    this.node.replaceChildren(this.cite.node, this.notes.node);
  }

  /** True while somebody types in one of the forms. */
  get isTyping() {
    return this.node.contains(this.#focused);
  }

  get #focused() {
    return this.node.getRootNode().activeElement;
  }

  stopTyping() {
    this.#focused.blur();
  }

  show(claimId, label) {
    this.cite.show(claimId, label);
    this.notes.show(claimId, label);
  }

  /** Ask for the strength of a citation: the first of the claim in hand without, else the last. */
  askStrength(citation = null) {
    const { finding, ledger, unit } = this.review;
    if (!unit) return;
    const { citations } = ledger.labelOf(unit.id);
    const asked = citation ?? citations.find(({ strength, type }) => !strength && type) ?? citations.at(-1);
    if (!asked) return void this.review.tell("There is no citation to weigh yet: C cites one.");
    if (!asked.type) return void this.review.tell("The desk has not read that citation yet: once more in a moment.");
    this.weighed = { claimId: unit.id, citation: asked };
    const about = finding.describe(asked)?.about;
    this.weighing.ask(about?.title || sourceWords(asked), asked.strength, about?.strength);
  }

  #weigh(strength) {
    const { claimId, citation } = this.weighed;
    if ((citation.strength ?? "") === strength) return;
    this.#do(claimId, { do: "weigh", citation: citationKey(citation), strength });
    this.review.voice.say(strength ? `Strength: ${words(strength)}` : "Strength taken off");
  }

  #do(claimId, deed, local) {
    this.review.ledger.do(claimId, deed, local);
    this.#done(claimId);
  }

  #remove(claimId, citation) {
    this.review.ledger.remove(claimId, citation, { do: "uncite", citation: citationKey(citation) });
    this.review.voice.say("Citation removed. U puts it back.");
    this.#done(claimId);
  }

  #done(claimId) {
    const { line, queue, unit } = this.review;
    const index = queue.at.get(claimId);
    if (index !== undefined) this.review.refresh(index);
    if (claimId === unit?.id) this.review.paint();
    line.changed();
  }
}
