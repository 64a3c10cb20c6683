// What was typed and not handed in, by claim: the drafts of a citation (`<claim id>.cite`) and of notes (`<claim id>.note`).

/**
 * Put what a refusal holds back where it was typed, unless something newer stands there. True when it was put back.
 * Notes come back held: they wait for a change, or they would be sent and refused again and again.
 */
export function giveBack(drafts, { item, claim_id: claimId }) {
  const name = `${claimId}.${item.do}`;
  if (!["cite", "note"].includes(item.do) || drafts.get(name)) return false;
  const { identifier, stance, quote, place, rationale, search_note: searchNote, confidence } = item;
  const note = { rationale, search_note: searchNote, confidence, isHeld: true };
  drafts.put(name, item.do === "cite" ? { identifier, stance, quote, place } : note);
  return true;
}

/** What is typed for a claim goes along where it stands word for word in a new version: `unchanged` has new ids by old. */
export function bringAlong(drafts, unchanged) {
  for (const [old, now] of Object.entries(unchanged)) {
    for (const form of ["cite", "note"]) {
      const draft = drafts.get(`${old}.${form}`);
      if (!draft || drafts.get(`${now}.${form}`)) continue;
      drafts.put(`${now}.${form}`, draft);
      drafts.remove(`${old}.${form}`);
    }
  }
}
