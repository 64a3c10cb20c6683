// The order of work in one article: what is answered, what comes next, how far it is. Pure; positions are unit indices.

import { isInQueue, stateOf } from "./labels.js";

export class Queue {
  /** `labelOf` gives the reviewer's label on a claim id; call refresh() where it has changed. */
  constructor(units, labelOf) {
    this.units = units;
    this.labelOf = labelOf;
    this.at = new Map(units.map((unit, index) => [unit.id, index]));
    this.states = [];
    this.waits = []; // true where the unit is in the queue
    this.opens = []; // true where a verdict lacks its evidence
    this.follow(sequence(units, false));
    units.forEach((_, index) => this.refresh(index));
  }

  /** Go through the units in this order from now on: `order` holds every unit index once. */
  follow(order) {
    this.order = order;
    this.ranks = [];
    order.forEach((index, rank) => (this.ranks[index] = rank));
  }

  refresh(index) {
    const label = this.labelOf(this.units[index].id);
    this.states[index] = stateOf(label);
    this.waits[index] = isInQueue(this.units[index], label);
    this.opens[index] = label.missing !== null;
  }

  /** The nearest unit in the direction of `step` (1 or -1), of the queue only unless `any`; -1 when there is none. */
  beside(from, step, any = false) {
    const order = any ? null : this.order; // line by line is always as the article stands
    for (let rank = (order ? this.#rankOf(from) : from) + step; rank >= 0 && rank < this.units.length; rank += step) {
      const index = order ? order[rank] : rank;
      if (any || this.waits[index]) return index;
    }
    return -1;
  }

  /** Where a unit stands in the order; before the first and behind the last stay where they are. */
  #rankOf(index) {
    return this.ranks[index] ?? index;
  }

  #around(from, isWanted) {
    const size = this.units.length;
    const start = this.#rankOf(from);
    for (let step = 1; step <= size; step += 1) {
      const index = this.order[(start + step + size) % size];
      if (isWanted(index)) return index;
    }
    return -1;
  }

  /** The next claim without an answer, from the top again after the last; skipped ones come last; -1 when all have one. */
  nextUnanswered(from, withSkipped = true) {
    const fresh = this.#around(from, (index) => this.waits[index] && this.states[index] === "none");
    if (fresh >= 0 || !withSkipped) return fresh;
    return this.#around(from, (index) => this.waits[index] && this.states[index] === "skipped");
  }

  nextOpen(from) {
    return this.#around(from, (index) => this.opens[index]);
  }

  /** {total, answered, skipped, open, counts: {state: n}, place: 1-based place of `index` in the order of the queue}. */
  progress(index = -1) {
    const counts = { none: 0, supported: 0, unsupported: 0, contradicted: 0, skipped: 0, not_a_claim: 0 };
    let total = 0;
    let open = 0;
    let place = 0;
    for (let at = 0; at < this.units.length; at += 1) {
      if (this.opens[at]) open += 1;
      if (this.states[at] === "not_a_claim" && this.units[at].check) counts.not_a_claim += 1;
      if (!this.waits[at]) continue;
      total += 1;
      counts[this.states[at]] += 1;
      if (index >= 0 && this.ranks[at] <= this.ranks[index]) place += 1;
    }
    const answered = counts.supported + counts.unsupported + counts.contradicted;
    return { total, answered, skipped: counts.skipped, open, counts, place };
  }
}

/** The unit indices in that order: `units` as they stand, or the most urgent first and equal ones as they stand. */
export function sequence(units, isHarmFirst) {
  const places = units.map((_, index) => index);
  return isHarmFirst ? places.sort((one, other) => (units[other].urgency ?? 0) - (units[one].urgency ?? 0) || one - other) : places;
}
