// What was typed and not handed in, by claim: the drafts of a citation (`<claim id>.cite`) and of notes (`<claim id>.note`).

/**
 * Put what a refusal holds back where it was typed, unless something newer stands there. True when it was put back.
 * Notes come back held: they wait for a change, or they would be sent and refused again and again.
 */
export function giveBack(drafts, { item, claim_id: claimId }) {
  const name = `${claimId}.${item.do}`;
  if (!["cite", "note"].includes(item.do) || drafts.get(name)) return false;
  const { identifier, stance, quote, place, strength, rationale, search_note: searchNote, confidence } = item;
  const note = { rationale, search_note: searchNote, confidence, isHeld: true };
  drafts.put(name, item.do === "cite" ? { identifier, stance, quote, place, strength: strength || null } : note);
  return true;
}

/**
 * Move a draft from one claim to another, with `more` about it, unless something is typed there. What came there `from`
 * the same claim before is older: another tab moved it while this one went on typing.
 */
export function carryDraft(drafts, form, from, to, more = {}) {
  const draft = drafts.get(`${from}.${form}`);
  const there = drafts.get(`${to}.${form}`);
  if (!draft || (there && there.from !== from)) return;
  drafts.put(`${to}.${form}`, { ...draft, ...more, from });
  drafts.remove(`${from}.${form}`);
}

/**
 * What was typed on claims of the article that are gone, and could not go along: [{claimId, drafts: names, lines}]. `isUnit`
 * says which claims there are, in `revision`. A blank draft is dropped.
 */
export function strayDrafts(drafts, { slug, revision }, isUnit) {
  const found = new Map();
  for (const [name, draft] of drafts.all((value) => value !== null)) {
    const [, claimId, of, number] = /^((.+)\/(\d+)@.+)\.(?:cite|note)$/.exec(name) ?? [];
    if (of !== slug || Number(number) > revision || isUnit(claimId)) continue;
    const typed = ["identifier", "quote", "place", "rationale", "search_note"].map((field) => draft[field]?.trim()).filter(Boolean);
    if (!typed.length) {
      drafts.remove(name);
      continue;
    }
    const box = found.get(claimId) ?? { claimId, drafts: [], lines: [] };
    found.set(claimId, box);
    box.drafts.push(name);
    box.lines.push(["Typed on a claim that is gone: ", `“${typed.join(" · ")}”`]);
  }
  return [...found.values()];
}

/** What is typed for a claim goes along where it stands word for word in a new version: `unchanged` has new ids by old. */
export function bringAlong(drafts, unchanged) {
  for (const [old, now] of Object.entries(unchanged)) {
    for (const form of ["cite", "note"]) {
      carryDraft(drafts, form, old, now);
    }
  }
}
