// What a label says, as the browser needs it: pure functions on the LABEL and unit objects that Python sends.
// The rules are those of annotator/model.py; here they only paint, the desk's own are the ones that count.

export const CHECKABLE_KINDS = new Set(["claim", "table_row", "list_item", "advice"]);
export const NOTE_FIELDS = ["rationale", "search_note", "confidence"];
const CITATION_FIELDS = ["type", "identifier", "stance", "quote", "place", "strength"];

export const NO_LABEL = Object.freeze({
  verdict: null, kind: null, skipped: false, citations: [],
  rationale: "", search_note: "", confidence: null, missing: null, saved_at: null,
});

/** The answer inside a label: what one key press says, and undo restores. */
export function answerOf(label) {
  return { verdict: label.verdict, kind: label.kind, skipped: label.skipped };
}

export function isSameAnswer(one, other) {
  return one.verdict === other.verdict && one.kind === other.kind && one.skipped === other.skipped;
}

export function isNotAClaim(label) {
  return label.verdict === null && label.kind !== null && !CHECKABLE_KINDS.has(label.kind);
}

/** True when a reviewer is asked about the unit: cut as check-worthy or raised, and not said to be no claim. */
export function isInQueue(unit, label) {
  if (label.verdict !== null) return true;
  return label.kind === null ? unit.check : CHECKABLE_KINDS.has(label.kind);
}

/** One of none, supported, unsupported, contradicted, skipped, not_a_claim. */
export function stateOf(label) {
  if (label.verdict !== null) return label.verdict;
  if (isNotAClaim(label)) return "not_a_claim";
  return label.skipped ? "skipped" : "none";
}

/** What the verdict still needs to count as evidenced, in a few words, or null. */
export function missingEvidence(label) {
  const has = (stance) => label.citations.some((citation) => citation.stance === stance);
  if (label.verdict === "supported" && !has("supports")) return "a citation that supports it";
  if (label.verdict === "contradicted" && !has("contradicts")) return "a citation that contradicts it";
  if (label.verdict === "unsupported" && !label.search_note.trim()) return "a search note";
  return null;
}

/** The answer that a verdict key gives: a unit that was no claim becomes one. */
export function verdictAnswer(unit, label, verdict) {
  const given = label.kind !== null && CHECKABLE_KINDS.has(label.kind) ? label.kind : null;
  const raised = unit.check || CHECKABLE_KINDS.has(unit.kind) ? null : "claim";
  return { verdict, kind: given ?? raised, skipped: false };
}

/** The answer that "not a claim" gives: out of the queue, or, for a unit outside it, in. */
export function turnedAnswer(unit, label) {
  if (isInQueue(unit, label)) return { verdict: null, kind: "other", skipped: false };
  const raised = CHECKABLE_KINDS.has(unit.kind) ? unit.kind : "claim";
  return { verdict: null, kind: unit.check ? null : raised, skipped: false };
}

/** The answer that another kind gives: one that no source could settle takes the verdict away with it. */
export function kindAnswer(unit, label, kind) {
  const isChecked = CHECKABLE_KINDS.has(kind);
  if (label.kind === null && unit.kind === kind && isInQueue(unit, label) === isChecked) return answerOf(label);
  return { verdict: isChecked ? label.verdict : null, kind, skipped: isChecked && label.skipped };
}

export function skipAnswer(label) {
  return { verdict: null, kind: label.kind, skipped: true };
}

export function isSameCitation(one, other) {
  return CITATION_FIELDS.every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/** The fields that name a citation to the desk. */
export function citationKey(citation) {
  return Object.fromEntries(CITATION_FIELDS.map((name) => [name, citation[name] ?? ""]));
}

function withCitation(label, { item, source }) {
  const added = {
    type: source?.type ?? "", identifier: source?.identifier ?? item.identifier,
    shown: source?.shown ?? item.identifier, url: source?.url ?? "",
    stance: item.stance, quote: item.quote, place: item.place, strength: item.strength || null, waiting: true,
  };
  if (label.citations.some((citation) => isSameCitation(citation, added))) return label;
  return { ...label, citations: [...label.citations, added] };
}

function changed(label, entry) {
  const { item } = entry;
  switch (item.do) {
    case "answer": return { ...label, ...item.answer };
    case "undo": return entry.before ? { ...label, ...entry.before } : label;
    case "cite": return withCitation(label, entry);
    case "weigh": return { ...label, citations: label.citations.map((c) => (isSameCitation(c, item.citation) ? { ...c, strength: item.strength || null } : c)) };
    case "uncite": return { ...label, citations: label.citations.filter((c) => !isSameCitation(c, item.citation)) };
    case "note": return { ...label, ...Object.fromEntries(NOTE_FIELDS.filter((f) => f in item).map((f) => [f, item[f]])) };
    default: return label;
  }
}

/** The label as it will be once the desk has saved `entry`, an entry of the outbox. */
export function labelAfter(label, entry) {
  const next = changed(label, entry);
  return { ...next, missing: missingEvidence(next) };
}
