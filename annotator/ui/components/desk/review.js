// Reviewing one article: what each key does, and what is painted after it. Everything shows at once; the line saves it.

import { Answering } from "./answering.js";
import { Article } from "./article.js";
import { Before } from "./before.js";
import { Card } from "./card.js";
import { el, words } from "./dom.js";
import { bringAlong, giveBack, strayDrafts } from "./drafts.js";
import { EndCard } from "./end.js";
import { Evidence } from "./evidence.js";
import { Finding } from "./finding.js";
import { Going } from "./going.js";
import { Head } from "./head.js";
import { Help } from "./help.js";
import { Late } from "./late.js";
import { legend } from "./legend.js";
import { Alike } from "./matches.js";
import { Notices, refusalsByClaim } from "./notices.js";
import { Order } from "./order.js";
import { Queue, sequence } from "./queue.js";
import { Recutting } from "./recutting.js";
import { standsFor } from "./recuts.js";
import { Stay } from "./stay.js";
import { Voice } from "./voice.js";

const REVISED = "This article has a new version now. What you answered is kept with the words it was about.";
const TYPED_ON_GONE = "The claim you were writing on is gone; what you typed is kept. Press Esc for the keys.";

export class Review {
  constructor(line) {
    this.line = line;
    this.index = -1; // the unit in hand; -1 is the end card
    this.unitId = null;
    this.stay = new Stay();
    this.voice = new Voice();
    this.answering = new Answering(this);
    this.evidence = new Evidence(this);
    this.going = new Going(this);
    this.recutting = new Recutting(this);
    const run = (command) => this.run(command);
    this.order = new Order(run);
    this.head = new Head(run, this.order.node);
    this.notices = new Notices({ show: (id) => this.goTo(id), dismiss: (keys) => this.#dismiss(keys), drop: (names) => this.#drop(names), putAway: (late) => this.#putAway(late) });
    this.hint = el("p", { class: "hint" });
    this.hint.hidden = true;
    this.card = new Card(run, this.evidence.node);
    this.before = new Before((said) => this.answering.again(said));
    this.alike = new Alike(this);
    this.finding = new Finding(this);
    this.late = new Late(this);
    this.card.node.firstChild.append(this.alike.line.node, this.before.node);
    this.end = new EndCard(run, (slug) => this.going.openArticle(slug));
    this.help = new Help();
    this.reader = el("div", { class: "reader" });
    this.node = el("div", { class: "review" }, this.head.node,
      el("div", { class: "main" },
        el("div", { class: "page" }, this.reader, legend()),
        el("aside", { class: "side" }, this.notices.node, this.hint, this.card.node, this.end.node)),
      this.voice.node, this.help.node, this.going.list.node, this.alike.list.node, this.evidence.weighing.node, ...this.recutting.nodes);
  }

  /** True while a dialog of ours lies over the pane. */
  get isCovered() {
    return this.help.isOpen || this.going.list.isOpen || this.alike.list.isOpen || this.evidence.weighing.isOpen || this.recutting.isOpen;
  }

  get cite() {
    return this.evidence.cite;
  }

  get notes() {
    return this.evidence.notes;
  }

  get unit() {
    return this.data.units[this.index] ?? null;
  }

  /** Take in what a page run says; the article is rebuilt only when it is another one. */
  update(data) {
    const ledger = this.line.open(data.desk, data.person.id);
    if (ledger !== this.ledger) this.#join(ledger);
    const isNew = this.#signature(data) !== this.signature;
    const here = isNew ? null : this.unitId;
    const before = this.data?.article.slug === data.article.slug ? this.unitId : null;
    const { isTyping } = this.evidence;
    const isSameRun = this.data === data; // Streamlit calls again when its theme changes, too
    const isRevised = this.data?.article.slug === data.article.slug && this.data.article.revision !== data.article.revision;
    this.data = data;
    bringAlong(this.line.drafts, data.unchanged ?? {});
    ledger.load(data.labels, data.undo ?? []);
    ledger.decided(data.decisions ?? {});
    this.late.arrive(data.against ?? {});
    this.recutting.arrive(data);
    if (isNew) this.#build(data);
    else data.units.forEach((_, index) => this.refresh(index));
    this.help.paint(data.guideline);
    this.strays = strayDrafts(this.line.drafts, data.article, (id) => this.queue.at.has(id));
    this.going.arrive(data.article.slug, isSameRun ? null : data.start, here);
    if (isNew) this.#meetNewWords(before, isTyping, isRevised);
    this.line.pane = this;
    this.line.changed();
  }

  /** Others may stand where the claim in hand was, `before`: no key is for them yet, and typing goes on only on its words. */
  #meetNewWords(before, isTyping, isRevised) {
    const { data, recutting, unitId } = this;
    const isOther = before && unitId !== before;
    if (isOther && data.unchanged?.[before] !== unitId) recutting.arrived();
    const isCarried = !isOther || this.placeOf(before) === unitId;
    if (isTyping && !isCarried) this.evidence.stopTyping(); // it shows another claim's words now
    recutting.tellNews([isRevised ? REVISED : null, isTyping && !isCarried ? TYPED_ON_GONE : null]);
  }

  #signature({ article, units, tail }) {
    return JSON.stringify([article.slug, article.revision, tail, units]);
  }

  /** Another person, or another desk. */
  #join(ledger) {
    this.ledger = ledger;
    this.signature = null;
    this.alike.decided = [];
    this.order.open(this.line.choices);
    this.evidence.join();
    this.finding.join();
    this.late.join();
  }

  /** Whether evidence can be kept for a claim: it is a unit still, as far as is known here. */
  isThere(claimId) {
    const isHere = slugOf(claimId) === this.data.article.slug;
    return !this.ledger.isRecutting(claimId) && (!isHere || this.queue.at.has(claimId));
  }

  #build(data) {
    this.signature = this.#signature(data);
    this.queue = new Queue(data.units, (id) => this.ledger.labelOf(id));
    this.queue.follow(sequence(data.units, this.order.isHarmFirst));
    this.article = new Article(data.units, data.tail, (id) => this.goTo(id));
    data.units.forEach((_, index) => this.mark(index));
    this.reader.replaceWith(this.article.node);
    this.reader = this.article.node;
  }

  /** A label has changed: mark its unit anew. */
  refresh(index) {
    this.queue.refresh(index);
    this.mark(index);
  }

  mark(index) {
    const { states, opens, waits, units } = this.queue;
    const { drafts } = this.line;
    const isDraft = drafts.get(`${units[index].id}.cite`) !== null || drafts.get(`${units[index].id}.note`)?.isHeld === true;
    this.article.mark(index, { state: states[index], isOpen: opens[index], isInQueue: waits[index], isDraft, against: this.late.toneOf(units[index].id) });
  }

  /** Bring a unit in hand; -1 is the end card. */
  show(index) {
    this.notes.commit();
    this.tell("");
    if (this.data.units[index]?.id !== this.unitId) this.stay.begin();
    this.index = index;
    this.unitId = this.unit?.id; // undefined: the end card
    if (this.unitId) this.line.places.put(this.data.article.slug, this.unitId);
    this.article.show(index);
    this.paint();
  }

  goTo(claimId) {
    const index = this.queue.at.get(this.placeOf(claimId));
    if (index !== undefined) this.show(index);
    else this.going.openArticle(slugOf(claimId), claimId);
  }

  paint() {
    const { articles, article } = this.data;
    const progress = this.queue.progress(this.index);
    const others = articles.filter(({ slug }) => slug !== article.slug);
    this.head.paint(article, progress, others.reduce((sum, { open }) => sum + open, 0));
    this.#paintNotices();
    this.card.node.hidden = this.unit === null;
    this.end.node.hidden = this.unit !== null;
    if (this.unit === null) {
      this.card.clear();
      this.end.paint(progress, others.find(({ labelled, claims }) => labelled < claims) ?? null);
      return;
    }
    const label = this.ledger.labelOf(this.unit.id);
    this.card.tellDecision(this.ledger.decisions.get(this.unit.id), label);
    this.card.paint(this.unit, label, { ...progress, isHarmFirst: this.order.isHarmFirst });
    this.alike.paint();
    this.before.paint(this.unit, this.data.before?.[this.unit.id], this.data.kept?.[this.unit.id], label);
    this.recutting.paint();
    this.evidence.show(this.unit.id, label);
    this.finding.meet(this.unit, label);
  }

  placeOf(claimId) {
    return standsFor(claimId, (id) => this.queue.at.has(id), this.data.replaced);
  }

  /** What was refused in this article, a box a claim; of the others only the first, so that the claim keeps its room. */
  #paintNotices() {
    const { refused, shelf } = this.ledger.outbox;
    const { slug } = this.data.article;
    const here = refused.filter(({ claim_id: id }) => slugOf(id) === slug);
    const [other] = refused.filter(({ claim_id: id }) => slugOf(id) !== slug);
    const boxes = refusalsByClaim(here.length || !other ? here : [other], (id) => this.placeOf(id));
    this.notices.paint([...boxes, ...this.strays, ...this.late.boxes()], this.unitId, (id) => this.data.units[this.queue.at.get(id)]?.text ?? "", shelf.setAside);
  }

  /** Who saw what became of the claim in hand, and goes on, need not be told again. */
  #seen(claimId) {
    const { outbox } = this.ledger;
    const seen = outbox.refused.filter(({ gone, claim_id: id }) => gone && this.placeOf(id) === claimId);
    if (claimId && seen.length) this.#dismiss(seen.map(({ key }) => key));
  }

  /** Do what a key or its button says. */
  run(command, at = performance.now(), cap = words(command)) {
    const { answering, evidence, going } = this;
    const commands = {
      undo: () => answering.undo(), skip: () => answering.skip(), again: () => answering.again(), turn: () => answering.turn(),
      back: () => going.move(-1), next: () => going.move(1),
      unit_back: () => going.move(-1, true), unit_next: () => going.move(1, true),
      read_back: () => this.article.scroll(-1), read_on: () => this.article.scroll(1),
      unanswered: () => this.show(this.queue.nextUnanswered(this.index)), open: () => going.nextOpen(),
      cite: () => this.unit && this.cite.focus(), note: () => this.unit && this.notes.focus(),
      help: () => this.help.open(), articles: () => going.openList(), order: () => going.reorder(),
      matches: () => this.alike.open(), weigh: () => evidence.askStrength(),
      find_pubmed: () => this.finding.search("PubMed"), find_scholar: () => this.finding.search("Google Scholar"),
      put_away: () => this.notices.putAway() || this.tell("There is no notice to put away."),
      merge: () => this.recutting.merge(), split: () => this.recutting.split(), kind: () => this.recutting.kind(),
    };
    this.tell("");
    const { outbox } = this.ledger;
    if (!outbox.open?.isRefresh) outbox.open = null; // whoever goes on here no longer waits for another article
    going.wanted = null;
    if (this.recutting.holds(command, at, cap)) return;
    const before = this.unitId;
    if (command in commands) commands[command]();
    else answering.answer(command);
    if (this.unitId !== before) this.#seen(before);
  }

  #drop(names) {
    for (const name of names) this.line.drafts.remove(name);
    this.strays = this.strays.filter(({ drafts }) => drafts !== names);
    this.paint();
  }

  #putAway(late) {
    this.late.putAway(late);
    this.paint();
  }

  #dismiss(keys) {
    this.ledger.outbox.dismiss(...keys);
    this.paint();
    this.line.changed();
  }

  /** The desk has answered: repaint what changed, and give a refused citation back to its form. */
  heard({ claims, refused, recuts, isGone, answers }, isFromOtherTab = false) {
    if (!this.queue) return;
    for (const answer of answers) {
      if (answer.topic === "source") this.cite.hear(answer);
      else if (answer.topic === "late") this.#hearLate(answer);
      else this.finding.hear(answer);
    }
    for (const key of refused) {
      const refusal = this.ledger.outbox.refused.find((one) => one.key === key);
      if (giveBack(this.line.drafts, refusal) && refusal.claim_id === this.unit?.id) this.cite.reload();
    }
    const here = [...claims].map((id) => this.queue.at.get(id)).filter((index) => index !== undefined);
    here.forEach((index) => this.refresh(index));
    if (refused.length) this.voice.say("Not saved: see the notice");
    this.recutting.heard(recuts, isGone);
    this.late.saved(claims);
    if (claims.size || recuts.length) this.paint();
    if (isFromOtherTab && claims.has(this.unitId)) this.tell("You changed this claim in another tab.");
  }

  #hearLate(answer) {
    if (!this.late.hear(answer)) return;
    this.data.units.forEach((_, index) => this.mark(index));
    this.paint();
  }

  /** Say in one line, above the claim and to a screen reader, what a key could not do or somebody must know; "" clears it. */
  tell(words) {
    if (this.hint.textContent === words) return;
    this.hint.textContent = words;
    this.hint.hidden = !words;
    if (words) this.voice.say(words);
  }

  saved(status) {
    this.head.paintSaved(status);
    this.voice.saved(status);
  }

  /** Keep what is being typed; the page may go at any moment. */
  keepTyped() {
    this.notes?.commit();
  }

  focus() {
    this.node.parentNode.focus({ preventScroll: true });
  }
}

/** The article in a claim's id, `article/revision@start-end`. */
function slugOf(claimId) {
  return claimId.slice(0, claimId.lastIndexOf("/"));
}
