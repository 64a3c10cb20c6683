// How an article's units stand on the page: pure, from the units' kinds and the text between them. Nothing is dropped:
// the pieces of all blocks, joined in order, are the article's text.

const SHAPES = {
  title: "title", heading: "heading", table_header: "row", table_row: "row",
  list_item: "item", reference: "reference", boilerplate: "boilerplate",
};
const NOT_A_BULLET = /^(#|>|\||\[)/;

/** What lies between two units: the end of the line before, what stands between the lines, the marker of the new line. */
export function splitGap(gap) {
  const first = gap.indexOf("\n");
  const last = gap.lastIndexOf("\n");
  if (first < 0) return { trail: "", between: "", marker: gap };
  return { trail: gap.slice(0, first), between: gap.slice(first, last + 1), marker: gap.slice(last + 1) };
}

function startsBlock(gap, unit, before, isWrapped) {
  if (!gap.includes("\n")) return false;
  if (!isWrapped || /\n\s*\n/.test(gap) || splitGap(gap).marker.trim()) return true;
  return unit.kind in SHAPES || before.kind in SHAPES;
}

function shapeOf(unit, marker) {
  const shape = SHAPES[unit.kind] ?? "paragraph";
  const sign = marker.trim();
  return shape === "paragraph" && sign && !NOT_A_BULLET.test(sign) ? "item" : shape;
}

/**
 * Blocks in order, each {shape, between, marker, runs: [{gap, index}], trail}: `between` stands before the block,
 * `marker` at its head, each run is the text before a unit on the same line and the unit's index, `trail` ends it.
 * Shapes: title heading paragraph item row reference boilerplate.
 */
export function toBlocks(units, tail = "") {
  const isWrapped = units.some((unit) => unit.text.includes("\n"));
  const blocks = [];
  units.forEach((unit, index) => {
    const block = blocks.at(-1);
    if (block && !startsBlock(unit.gap, unit, units[index - 1], isWrapped)) {
      block.runs.push({ gap: unit.gap, index });
      return;
    }
    const { trail, between, marker } = splitGap(unit.gap);
    if (block) block.trail = trail;
    const start = block ? between : trail + between;
    blocks.push({ shape: shapeOf(unit, marker), between: start, marker, runs: [{ gap: "", index }], trail: "" });
  });
  if (blocks.length) blocks.at(-1).trail = tail;
  return blocks;
}

/** The cells of a table row, each with the separator that closes it: pipes, tabs, or wide blanks. */
export function toCells(text) {
  const pieces = text.split(/(\s*\|\s*|\t+| {2,})/);
  const cells = [];
  for (let at = 0; at < pieces.length; at += 2) cells.push({ text: pieces[at], separator: pieces[at + 1] ?? "" });
  return cells;
}

/** `text` cut at the edges of its cues, in code points, as the cues count: [{text, names, told}], the most urgent first. */
export function toCuePieces(text, cues) {
  const points = Array.from(text);
  const edges = new Set([0, points.length]);
  for (const { start, end } of cues) edges.add(start).add(end);
  const cuts = [...edges].filter((edge) => edge >= 0 && edge <= points.length).sort((one, other) => one - other);
  return cuts.slice(1).map((end, at) => {
    const here = byUrgency(cues.filter((cue) => cue.start <= cuts[at] && cue.end >= end));
    return { text: points.slice(cuts[at], end).join(""), names: here.map((cue) => cue.name), told: here.map((cue) => cue.words) };
  });
}

/** Cues, the most urgent first; equal ones as they stand. */
export function byUrgency(cues) {
  return [...cues].sort((one, other) => (other.weight ?? 0) - (one.weight ?? 0));
}
