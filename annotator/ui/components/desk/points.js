// Where a unit may be split: between two words, the likelier the stronger the mark before the point. Pure.

const WORD = /[\p{Letter}\p{Number}]/u;
const WEIGHTS = [[/[.!?…。！？؟]["'”’»)\]]*$/u, 4], [/[;；]["'”’»)\]]*$/u, 3], [/[:：]$/u, 2], [/[,،，、–—]$/u, 1]];
const SPACE = /\s+/gu;
const UNSPACED = /(?<=[。！？；，、])(?=\S)/gu; // marks that need no white space behind them
const MOST = 1500; // points; of a longer unit only those behind a mark

function weightOf(before, gap) {
  if (gap.includes("\n")) return 4;
  return WEIGHTS.find(([mark]) => mark.test(before))?.[1] ?? 0;
}

/**
 * The points of `text`, in order: {index, at, weight}. A point is the place right before a word: `index` as JavaScript
 * counts, `at` in code points, as the desk does. Each side of a point has a word.
 */
export function splitPoints(text) {
  const found = [];
  for (const pattern of [SPACE, UNSPACED]) {
    for (const match of text.matchAll(pattern)) {
      found.push({ index: match.index + match[0].length, weight: weightOf(text.slice(Math.max(0, match.index - 8), match.index), match[0]) });
    }
  }
  found.sort((one, other) => one.index - other.index);
  const first = text.search(WORD);
  const last = text.length - 1 - [...text].reverse().join("").search(WORD);
  const points = first < 0 ? [] : found.filter(({ index }) => index > first && index <= last);
  const kept = points.length > MOST ? points.filter(({ weight }) => weight > 0) : points;
  let at = 0;
  let counted = 0;
  return kept.map(({ index, weight }) => {
    at += Array.from(text.slice(counted, index)).length;
    counted = index;
    return { index, at, weight };
  });
}

/** The place in `points` to begin at: the strongest mark, of equal ones that nearest to the middle of the text. */
export function likeliest(points, length) {
  const far = ({ index }) => Math.abs(index - length / 2);
  let best = 0;
  points.forEach((point, at) => {
    const than = points[best];
    if (point.weight > than.weight || (point.weight === than.weight && far(point) < far(than))) best = at;
  });
  return points.length ? best : -1;
}

/** The next place in `points` in the direction of `step`, of those behind a mark only where `marked`; else the same. */
export function pointBeside(points, at, step, marked) {
  for (let next = at + step; next >= 0 && next < points.length; next += step) {
    if (!marked || points[next].weight > 0) return next;
  }
  return at;
}
