import { isDash, widthOf } from './cellText';
import type { Cell } from './rows';

/** Before and after of a change, as far as the text tells. */
export interface Content {
  readonly before: string;
  readonly after: string;
  /** Nothing was decided by likeness. */
  readonly sure: boolean;
}

/** What else speaks about the border between before and after. */
export interface Signs {
  /** Full-width characters on the widest line of any content of the table. */
  readonly width: number;
  /** 事前・事後 stands on the line of the last words: cells are centred, so after has one line, or an odd number. */
  readonly timingBeside: boolean;
}

/**
 * Two cells are before and after. Otherwise the border lies where the two parts are most alike (a change keeps most
 * of its words), at the end of a cell rather than inside, never after a full line. One line counts as what was
 * added.
 */
export function contentOf(cells: readonly Cell[], signs: Signs): Content {
  const [first, second, ...more] = cells;
  if (first && !second) return oneCell(first, signs);
  if (first && second && more.length === 0 && !splitsLine(first) && !splitsLine(second))
    return { before: first.texts.join('\n'), after: second.texts.join('\n'), sure: !first.guessed };
  return {
    ...splitAlike(
      cells.map((cell) => cell.texts),
      signs,
    ),
    sure: false,
  };
}

/** `委託する　６件 委託する　５件`: two cells on one line, a narrow space between them. */
function oneCell(cell: Cell, signs: Signs): Content {
  const [line, ...more] = cell.texts;
  const parts = wordsIn(line ?? '');
  if (more.length > 0) return { ...splitAlike([cell.texts], signs), sure: false };
  const [before = '', after = ''] = parts;
  if (parts.length === 2) return { before, after, sure: dice(before, after) >= SIGNS.least };
  return { ...splitLine(parts), sure: false };
}

/** Where the two are most alike; the same number of words on both sides where nothing is. */
function splitLine(parts: readonly string[]): Omit<Content, 'sure'> {
  const middle = parts.length % 2 === 0 ? parts.length / 2 : 0;
  let best = { at: middle, score: SIGNS.least };
  for (let at = 1; at < parts.length; at++) {
    const [before, after] = [parts.slice(0, at).join(''), parts.slice(at).join('')];
    const score = dice(before, after) + (startsAlike(before, after) ? SIGNS.sameStart : 0);
    if (score > best.score) best = { at, score };
  }
  return { before: parts.slice(0, best.at).join(' '), after: parts.slice(best.at).join(' ') };
}

function splitsLine(cell: Cell): boolean {
  return cell.texts.length === 1 && wordsIn(cell.texts[0] ?? '').length > 1;
}

/** What stands between narrow blanks; a box stays with its name: `[ ○ ] その他（…）`. */
function wordsIn(line: string): readonly string[] {
  return line.trim().match(/[[［][\s○〇◯]*[\]］] *[^ [［]*|[^ ]+/g) ?? [];
}

/** What speaks for a border, beside the likeness of the two parts (0..1). */
const SIGNS = {
  border: 0.2,
  short: 0.1,
  fullLine: -0.2,
  sameStart: 0.2,
  dash: 1,
  /** Less than this and all of it was added. Parts of one text are a little alike, too. */
  least: 0.33,
  oneLine: 0.15,
};

function splitAlike(cells: readonly (readonly string[])[], signs: Signs): Omit<Content, 'sure'> {
  const lines = cells.flat();
  const [only = '', other, ...more] = lines;
  if (other !== undefined && more.length === 0 && widthOf(only) < signs.width * SHORT)
    return { before: only, after: other };
  const borders = new Set(borderLines(cells));
  let best = { at: cells.length === 2 ? (cells[0]?.length ?? 0) : 0, score: SIGNS.least };
  for (let at = 1; at < lines.length; at++) {
    const score = scoreAt(lines, at, { atBorder: borders.has(at), signs });
    if (score > best.score) best = { at, score };
  }
  return { before: lines.slice(0, best.at).join('\n'), after: lines.slice(best.at).join('\n') };
}

/** Share of a column's width up to which a line ends its cell: of two such lines each is one. */
const SHORT = 0.75;

function scoreAt(
  lines: readonly string[],
  at: number,
  { atBorder, signs }: { readonly atBorder: boolean; readonly signs: Signs },
): number {
  const dashed = (at === 1 && isDash(lines[0])) || (at === lines.length - 1 && isDash(lines[at]));
  const oneLine = at === lines.length - 1 ? (signs.timingBeside ? SIGNS.oneLine : -SIGNS.oneLine) : 0;
  return (
    dice(lines.slice(0, at).join(''), lines.slice(at).join('')) +
    (atBorder ? SIGNS.border : 0) +
    endOfLine(lines[at - 1] ?? '', atBorder, signs) +
    (startsAlike(lines[0] ?? '', lines[at] ?? '') ? SIGNS.sameStart : 0) +
    (dashed ? SIGNS.dash : oneLine)
  );
}

function startsAlike(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

function endOfLine(line: string, atBorder: boolean, { width }: Signs): number {
  if (widthOf(line) < width - 2) return SIGNS.short;
  return atBorder ? 0 : SIGNS.fullLine;
}

function borderLines(cells: readonly (readonly string[])[]): readonly number[] {
  let at = 0;
  return cells.map((cell) => (at += cell.length));
}

/** Share of pairs of neighbouring characters that two texts have in common, 0..1. */
export function dice(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

function pairs(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}
