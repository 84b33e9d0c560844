import type { ItemId } from '../../forms/types';
import { type Folded, fold } from './fold';
import type { EntryHeading, Print, PrintEntry, PrintKind } from './print';
import { largest, smallest } from '../lists';

/** One way to read a text as a heading of the form. `cost` grows with what had to be forgiven. */
export interface HeadingReading {
  readonly ids: readonly ItemId[];
  readonly kind: PrintKind | 'entry';
  readonly entry?: EntryHeading;
  readonly cost: number;
}

export interface HeadingMatch {
  readonly readings: readonly HeadingReading[];
  /** Position in the text behind the heading, its ※ and its notes. */
  readonly to: number;
  /** Nothing else stands in the text. */
  readonly whole: boolean;
  /** The printed number matched too. */
  readonly numbered: boolean;
  /** Length of the wording in the key. */
  readonly length: number;
  /** Another number stands before the wording than the form prints, or one where it prints none. */
  readonly renumbered?: boolean;
  /** Alike, but not the same. */
  readonly near: boolean;
  /** More stands there than the heading's wording: the text is kept for a person. */
  readonly more?: boolean;
}

/** The heading that begins the text: exact, then by wording without its number, then (`tolerant`) nearly alike. */
export function headingOf(
  print: Print,
  text: string,
  tolerant: boolean,
  known?: Folded,
): HeadingMatch | undefined {
  // No heading is longer; what follows need not be looked at.
  const folded = known ?? fold(text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text);
  if (folded.key === '') return undefined;
  const exact = exactHeading(print, text, folded);
  if (exact || !tolerant) return exact;
  return nearHeading(print, text, folded) ?? shortenedHeading(print, text, folded);
}

const LONGEST_READ = 400;

function exactHeading(print: Print, text: string, folded: Folded): HeadingMatch | undefined {
  const entry = entryMatch(print, text, folded);
  const found = print.at(folded.key, 0).filter(({ values }) => values.some(isHeading));
  for (const { to, values } of [...found].reverse()) {
    const match = matchUpTo(print, text, folded, to, values.filter(isHeading), 0);
    if (match && (match.whole || match.boundary)) return entry && !match.whole && entry.whole ? entry : match;
  }
  return entry ?? withoutNumber(print, text, folded) ?? undecorated(print, text, folded);
}

const DECORATION = /^[\s■□●◆◇▼▶◎○・※>＞#*]+/;

/** `■①請求先`: a mark that the form does not print before its number; before a wording alone it is the writer's own. */
function undecorated(print: Print, text: string, { key }: Folded): HeadingMatch | undefined {
  const from = DECORATION.exec(text)?.[0].length ?? 0;
  if (from === 0 || from >= text.length || key.length < 3) return undefined;
  const rest = text.slice(from);
  const match = exactHeading(print, rest, fold(rest));
  return match?.numbered ? { ...match, to: match.to + from } : undefined;
}

/** Headings that name an item or a part; a column's heading is one only in a row of them. */
function isHeading({ kind }: PrintEntry): boolean {
  return kind === 'section' || kind === 'heading' || kind === 'title';
}

function matchUpTo(
  print: Print,
  text: string,
  folded: Folded,
  length: number,
  entries: readonly PrintEntry[],
  extra: number,
): (HeadingMatch & { readonly boundary: boolean }) | undefined {
  const end = skipMarks(print, folded.key, length);
  const to = folded.at[end] ?? text.length;
  const numbered = entries.some((entry) => entry.numbered);
  const readings = entries.map(({ kind, ids, numbered: own }) => ({
    kind,
    ids,
    cost: extra + (own ? 0 : 0.4),
  }));
  const boundary = end > length || isBoundary(text, folded, length);
  return { readings, to, whole: end === folded.key.length, numbered, length, near: false, boundary };
}

/** Behind ※ and the notes that the form prints after a heading, `（続き）` and a colon that it does not. */
function skipMarks(print: Print, key: string, from: number): number {
  const mark = key[from] === '※' ? from + 1 : from;
  const notes = [from, mark].flatMap((at) =>
    print.at(key, at).filter(({ values }) => values.some(({ kind }) => kind === 'note')),
  );
  const end = largest([mark, ...notes.map(({ to }) => to)]);
  return end + (MORE.exec(key.slice(end, end + 8))?.[0].length ?? 0);
}

const MORE = /^(?:\((?:続き|つづき|続)\))?:?/;

/** A heading followed by its value on the same line: white space, a colon or a bracket stands between. */
function isBoundary(text: string, folded: Folded, length: number): boolean {
  const behind = (folded.at[length - 1] ?? 0) + 1;
  return /^(?:\s|[:：[［☐☑■□])/.test(text.slice(behind, behind + 1));
}

function entryMatch(print: Print, text: string, folded: Folded): HeadingMatch | undefined {
  const entry = print.entryAt(folded.key, 0);
  if (!entry) return undefined;
  const end = skipMarks(print, folded.key, entry.length);
  const whole = end === folded.key.length;
  if (!whole && end === entry.length && !isBoundary(text, folded, entry.length)) return undefined;
  const readings = [{ ids: [entry.id], kind: 'entry' as const, entry, cost: 0 }];
  const to = folded.at[end] ?? text.length;
  return { readings, to, whole, numbered: true, length: entry.length, near: false };
}

const NUMBER = /^(?:[①-⑳]|\(?\d{1,2}[.)、]?|[IVX]{1,4}|リスク\d?:)/;

/**
 * The wording with another number than this form prints (other editions, mistakes), as a whole; with the number short
 * of its circle also before a value.
 */
function withoutNumber(print: Print, text: string, folded: Folded): HeadingMatch | undefined {
  const number = NUMBER.exec(folded.key)?.[0];
  if (number === undefined) return undefined;
  for (const { to, values } of [...print.at(folded.key, number.length)].reverse()) {
    const known = values.filter((entry) => isHeading(entry) && !entry.numbered);
    const same = known.filter((entry) => isNumberOf(print, entry, number));
    const match = matchUpTo(
      print,
      text,
      folded,
      to,
      same.length > 0 ? same : known,
      same.length > 0 ? 0.1 : 1.1,
    );
    if (!match || known.length === 0) continue;
    const length = to - number.length;
    const uncircled = same.length > 0 && /^\d+$/.test(number);
    if (same.length > 0 ? match.whole || (match.boundary && uncircled) : match.whole && length >= 4)
      return { ...match, numbered: uncircled, length, ...(same.length === 0 ? { renumbered: true } : {}) };
  }
  return undefined;
}

/** `1` where the form prints ①. */
function isNumberOf(print: Print, { ids }: PrintEntry, number: string): boolean {
  const printed = ids.map((id) => print.byId.get(id)?.item.number ?? '');
  return printed.some((one) => CIRCLED.test(one) && one.normalize('NFKC') === number.replace(/[^\d]/g, ''));
}

const CIRCLED = /^[①-⑳]$/;

const LONGEST_START = 80;

/** A heading with its number, damaged by text recognition, before a value on the same line. */
export function headingStart(print: Print, text: string): HeadingMatch | undefined {
  const head = text.slice(0, LONGEST_START);
  if (!NUMBER.test(fold(head.slice(0, 12)).key)) return undefined;
  const ends = Array.from(head.matchAll(/\S(?=\s)/g), ({ index }) => index + 1).slice(0, 4);
  const matches = ends.flatMap((to) => {
    const part = head.slice(0, to);
    const match = nearHeading(print, part, fold(part));
    return match ? [{ ...match, to, whole: false }] : [];
  });
  return matches.sort((a, b) => leastCost(a) - leastCost(b))[0];
}

/** What the likeliest reading had to forgive. */
export function leastCost({ readings }: HeadingMatch): number {
  return smallest(readings.map(({ cost }) => cost));
}

/** The label of a flag stands behind its box, which says more. */
function isFlag(print: Print, { ids }: PrintEntry): boolean {
  return ids.every((id) => print.byId.get(id)?.item.type === 'flag');
}

const LONGEST_HEADING = 90;

function nearHeading(print: Print, text: string, folded: Folded): HeadingMatch | undefined {
  const key = folded.key.replace(/※.*$/, '');
  if (key.length < 4 || key.length > LONGEST_HEADING) return undefined;
  const close = print.near(key, 0.78).filter(({ entry }) => isHeading(entry) && !isFlag(print, entry));
  const best = close[0]?.alike ?? 0;
  const readings = close
    .filter(({ alike }) => alike > best - 0.06)
    .map(({ entry: { kind, ids, numbered }, alike }) => ({
      kind,
      ids,
      cost: 1 + (1 - alike) * 8 + (numbered ? 0 : 0.4),
    }));
  if (readings.length === 0) return undefined;
  const wording = new Set(close[0]?.entry.key);
  return {
    readings,
    to: text.length,
    whole: true,
    numbered: NUMBER.test(key),
    length: key.length,
    near: true,
    more: Array.from(folded.key.replace(/※$/, '')).filter((character) => !wording.has(character)).length > 1,
  };
}

/** Of a shortened heading: its fewest characters, and the least share of the wording that it keeps. */
const SHORTEST_LABEL = 4;
const LEAST_KEPT = 0.3;

/**
 * A label that an office shortened: `①システム名`, `③取扱者数`, `対策は十分か`. It has the number of the heading, where the form
 * prints one, and its characters in their order, ending as the heading ends or beginning as it begins.
 */
function shortenedHeading(print: Print, text: string, folded: Folded): HeadingMatch | undefined {
  const key = folded.key.replace(/※.*$/, '');
  const number = NUMBER.exec(key)?.[0] ?? '';
  const wording = key.slice(number.length).replace(/[・、]/g, '');
  if (wording.length < SHORTEST_LABEL || key.length > LONGEST_HEADING) return undefined;
  if (print.optionsOf(text).length > 0) return undefined;
  const found = print.entries.filter(
    (entry) => entry.kind === 'heading' && !isFlag(print, entry) && isShortOf(entry, number, wording),
  );
  const least = smallest(found.map((entry) => entry.key.length));
  const readings = found.map(({ kind, ids, key: whole }) => ({
    kind,
    ids,
    cost: 1.4 + (whole.length - least) * 0.05,
  }));
  if (readings.length === 0) return undefined;
  const whole = { to: text.length, whole: true, near: true, more: false };
  return { readings, ...whole, numbered: number !== '', length: key.length };
}

function isShortOf(entry: PrintEntry, number: string, wording: string): boolean {
  const { key } = entry;
  if (number === '' ? entry.numbered : !key.startsWith(number)) return false;
  const whole = key.slice(number.length);
  if (wording.length >= whole.length || wording.length < whole.length * LEAST_KEPT) return false;
  return (
    (whole.endsWith(wording.slice(-2)) || whole.startsWith(wording.slice(0, 2))) &&
    isSubsequence(wording, whole)
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = -1;
  return Array.from(short).every((character) => (at = long.indexOf(character, at + 1)) >= 0);
}
