import type { RowTexts } from './rowTexts';

/**
 * The text with the change of a row made: the pieces of 変更前 between （略） are found in order and replaced by those
 * of 変更後; what （略） replaces is kept. Undefined where 変更前 does not fit the text.
 */
export function applyElided(text: string, row: RowTexts, elision: string): string | undefined {
  const [older, newer] = [row.before.split(elision), row.after.split(elision)];
  if (older.length !== newer.length) return undefined;
  const gaps = gapsBetween(text, older);
  return gaps && newer.map((piece, at) => piece + (gaps[at] ?? '')).join('');
}

/** The text behind each piece but the last; undefined where a piece is not found. */
function gapsBetween(text: string, pieces: readonly string[]): readonly string[] | undefined {
  const [first = '', ...rest] = pieces;
  const last = rest.at(-1);
  if (last === undefined) return text === first ? [] : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  return middleGaps(text, rest, first.length, text.length - last.length);
}

function middleGaps(
  text: string,
  pieces: readonly string[],
  start: number,
  end: number,
): readonly string[] | undefined {
  const gaps: string[] = [];
  let at = start;
  for (const piece of pieces.slice(0, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return undefined;
    gaps.push(text.slice(at, found));
    at = found + piece.length;
  }
  return at > end ? undefined : [...gaps, text.slice(at, end)];
}
