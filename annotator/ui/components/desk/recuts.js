// Merges and splits as the pane must know them before and after the desk has done them. Pure.

import { STATE_WORDS, words } from "./dom.js";
import { carryDraft } from "./drafts.js";
import { isInQueue, stateOf } from "./labels.js";

const RECUTS = new Set(["merge", "split", "unrecut"]);

/** True for an act that puts other units in the place of some. */
export function isRecut(act) {
  return RECUTS.has(act);
}

/** True where a waiting entry of the outbox would retire the unit. */
export function cutsAnew({ item, made = [] }, claimId) {
  return isRecut(item.do) && (item.claim_id === claimId || item.next === claimId || made.includes(claimId));
}

/** What a person should know before two units become one, a line each. Each part is {unit, label, byOthers}. */
export function mergeReasons(parts) {
  return parts.flatMap(({ unit, label, byOthers }, at) => {
    const it = at === 0 ? "the first" : "the second";
    const state = stateOf(label);
    return [
      state !== "none" ? `You answered ${it}: ${STATE_WORDS[state]}.` : hasEvidence(label) ? `You gave evidence on ${it}.` : "",
      byOthers ? `Somebody else has labelled ${it}.` : "",
      isInQueue(unit, label) || state !== "none" ? "" : `${it[0].toUpperCase()}${it.slice(1)} is outside the queue: ${words(unit.kind)}.`,
    ].filter(Boolean);
  });
}

/** What a person should know before a unit becomes two: the same, of the one. None where nobody said anything of it. */
export function splitReasons({ label, byOthers }) {
  const [state, evidence] = [stateOf(label), hasEvidence(label)];
  return [
    state !== "none" ? `You answered it: ${STATE_WORDS[state]}.` : evidence ? "You gave evidence on it." : "",
    byOthers ? "Somebody else has labelled it." : "",
  ].filter(Boolean);
}

function hasEvidence(label) {
  return Boolean(label.citations.length > 0 || label.rationale || label.search_note || label.confidence);
}

/** Where a claim's id leads: to itself while it is a unit, else to the first of what stands in its place; or undefined. */
export function standsFor(claimId, isUnit, replaced = {}) {
  return [claimId, ...(replaced[claimId] ?? [])].find(isUnit);
}

/** What was typed on claims that are gone goes with their words, where nothing is typed on what stands there now. */
export function moveDrafts(drafts, replaced) {
  for (const [gone, [now]] of Object.entries(replaced)) {
    for (const form of now ? ["cite", "note"] : []) {
      carryDraft(drafts, form, gone, now, form === "note" ? { isHeld: true } : {});
    }
  }
}
