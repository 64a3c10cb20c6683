// Where a unit may be split: between two words, behind a mark that lacks its blank, and between two characters of a
// script that writes none; the likelier the stronger the mark before the point. Pure.

const WORD = /[\p{Letter}\p{Number}]/u;
const WEIGHTS = [[/[.!?…。！？؟]["'”’»)\]]*$/u, 4], [/[;；]["'”’»)\]]*$/u, 3], [/[:：]$/u, 2], [/[,،，、–—]$/u, 1]];
const SPACE = /\s+/gu;
// Behind a mark without its blank, where something begins: "5mg.|Then", "zinc—|which", "well.”|Then", "有益。|它";
// not before a footnote's mark, nor in a link of Markdown.
const GLUED = /(?:(?<=[.!?…。！？؟।:;；：,，،、–—\p{Pe}”»])|(?<=[.!?…]["'’]))(?=[\p{L}\p{N}\p{Ps}\p{Pi}])(?!\[\^?\d|\(\d+[),–-]|(?<=\])\()/gu;
const IN_NUMBER = [/\p{N}[.,:–—]$/u, /^\p{N}/u];
const IN_ABBREVIATION = [/(?:^|[^\p{L}])\p{L}\.$/u, /^\p{L}\./u]; // "e.g.", "U.S."
const BEGINS = /^[\p{Lu}\p{Lo}\p{Ps}\p{Pi}]/u; // a small letter or a number may go on: "example.org"
const ADDRESS = /:\/\/|@|www\./;
// Between characters of scripts that part their words by nothing, and beside them; small kana go with the one before.
const UNPARTED = "(?:(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}])";
const OPENS = "(?![ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々])[\\p{L}\\p{N}\\p{Ps}\\p{Pi}]";
const BETWEEN = new RegExp(`(?<=${UNPARTED}\\p{M}*)(?=${OPENS})|(?<=[\\p{L}\\p{N}])(?=${UNPARTED})(?=${OPENS})`, "gu");
const MOST = 1500; // points; of a longer unit only those behind a mark

function weightOf(before, gap) {
  if (gap.includes("\n")) return 4;
  return WEIGHTS.find(([mark]) => mark.test(before))?.[1] ?? 0;
}

const textBefore = (text, index) => text.slice(Math.max(0, index - 8), index);

/** Whether the mark before `index` is part of a number, an abbreviation or an address. */
function isInOneWord(text, index, after) {
  const before = text.slice(Math.max(0, index - 3), index);
  if ([IN_NUMBER, IN_ABBREVIATION].some(([left, right]) => left.test(before) && right.test(after))) return true;
  const word = text.slice(Math.max(0, index - 60), index).split(/\s/u).at(-1) + text.slice(index, index + 60).split(/\s/u)[0];
  return ADDRESS.test(word);
}

/**
 * The points of `text`, in order: {index, at, weight}. A point is the place right before a word: `index` as JavaScript
 * counts, `at` in code points, as the desk does. Each side of a point has a word.
 */
export function splitPoints(text) {
  const found = [];
  for (const match of text.matchAll(SPACE)) {
    found.push({ index: match.index + match[0].length, weight: weightOf(textBefore(text, match.index), match[0]) });
  }
  for (const { index } of text.matchAll(GLUED)) {
    const after = text.slice(index, index + 2);
    if (isInOneWord(text, index, after)) continue;
    found.push({ index, weight: BEGINS.test(after) ? weightOf(textBefore(text, index), "") : 0 });
  }
  for (const { index } of text.matchAll(BETWEEN)) found.push({ index, weight: 0 });
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
