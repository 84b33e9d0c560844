import { fold, keyOf } from '../fold';
import { groupBy } from '../group';
import type { Print, PrintEntry } from '../print';
import type { Line } from './pages';

/**
 * A heading whose lines have words of the cell beside it between them:
 * `④移転する情報の対象とな [` / `る本人の数 10万人以上`.
 */
export interface TornHeading {
  readonly entries: readonly PrintEntry[];
  /** Lines of the box with the last character of the heading on each. */
  readonly pieces: readonly { readonly line: number; readonly end: number }[];
}

/** Fewest characters of a heading on its first line. */
const LEAST = 3;
/** A line of the value can stand alone between two lines of the heading. */
const REACH = 2;

/** The headings of a box that go on behind other words. Those that stand together are found without this. */
export function tornHeadings(lines: readonly Line[], print: Print): readonly TornHeading[] {
  return lines.flatMap((line, at) => {
    const found = beginnings(line.text, print).flatMap(({ key, end }) =>
      tornAt(lines, { at, key, end }, print),
    );
    return found.filter((heading) => isTorn(heading, lines)).slice(-1);
  });
}

/** Some line but the last has other words behind the piece of the heading, or the pieces do not follow each other. */
function isTorn({ pieces }: TornHeading, lines: readonly Line[]): boolean {
  return pieces.slice(0, -1).some(({ line, end }, nth) => {
    const rest = (lines[line]?.text ?? '').slice(end).trim();
    const next = pieces[nth + 1]?.line ?? line + 1;
    return rest !== '' || next !== line + 1 || /^\s*[[［]/.test(lines[next]?.text ?? '');
  });
}

interface Beginning {
  readonly key: string;
  readonly end: number;
}

/** The first words of a line, each time one more; a number stands apart from its words in some sources. */
function beginnings(text: string, print: Print): readonly Beginning[] {
  const found: Beginning[] = [];
  let key = '';
  for (const word of firstWords(text)) {
    key += keyOf(word.text);
    if (key.length >= LEAST && !beginningWith(print).has(key.slice(0, LEAST))) break;
    if (key.length >= LEAST) found.push({ key, end: word.end });
  }
  return found;
}

function firstWords(text: string): readonly { readonly text: string; readonly end: number }[] {
  const words = /^\s*(\S+)(?:\s+(\S+))?(?:\s+(\S+))?/d.exec(text);
  return [1, 2, 3].flatMap((nth) => {
    const word = words?.[nth];
    return word === undefined ? [] : [{ text: word, end: words?.indices?.[nth]?.[1] ?? 0 }];
  });
}

interface Start {
  readonly at: number;
  readonly key: string;
  readonly end: number;
}

function tornAt(lines: readonly Line[], { at, key, end }: Start, print: Print): readonly TornHeading[] {
  const candidates = (beginningWith(print).get(key.slice(0, LEAST)) ?? []).filter(
    (entry) => entry.key.startsWith(key) && entry.key.length > key.length && isOwn(entry, print),
  );
  const groups = groupBy(candidates, (entry) => entry.key);
  return [...groups].flatMap(([whole, entries]) => {
    const more = continued(lines, at, whole.slice(key.length));
    return more ? [{ entries, pieces: [{ line: at, end }, ...more] }] : [];
  });
}

/** A wording that is always printed with a number, or is short, is no heading by itself. */
function isOwn(entry: PrintEntry, print: Print): boolean {
  if (entry.kind !== 'heading') return false;
  if (entry.numbered) return true;
  return entry.key.length >= 8 && entry.ids.some((id) => print.byId.get(id)?.item.number === undefined);
}

/** Where the rest of a heading begins one of the next lines, itself perhaps in parts. */
function continued(lines: readonly Line[], at: number, rest: string): TornHeading['pieces'] | undefined {
  for (let line = at + 1; line <= at + REACH && line < lines.length; line++) {
    const text = withoutOpening(lines[line]?.text ?? '');
    const whole = endOf(text, rest);
    if (whole !== undefined) return [{ line, end: whole }];
    const first = /^\s*\S+/.exec(text)?.[0] ?? '';
    const key = keyOf(first);
    if (key.length < 2 || !rest.startsWith(key)) continue;
    const more = continued(lines, line, rest.slice(key.length));
    if (more) return [{ line, end: first.length }, ...more];
  }
  return undefined;
}

/** A bracket of the cell beside can come before the rest of the heading; positions stay. */
function withoutOpening(text: string): string {
  return text.replace(/^[\s[［]+/, (blank) => ' '.repeat(blank.length));
}

/** Where `key` ends that begins a line and stops at a blank, a bracket or the end. */
function endOf(text: string, key: string): number | undefined {
  const folded = fold(text);
  if (!folded.key.startsWith(key)) return undefined;
  const end = (folded.at[key.length - 1] ?? 0) + 1;
  return /^(?:$|[\s※[［])/.test(text.slice(end)) ? end : undefined;
}

const indexes = new WeakMap<Print, ReadonlyMap<string, readonly PrintEntry[]>>();

function beginningWith(print: Print): ReadonlyMap<string, readonly PrintEntry[]> {
  const known = indexes.get(print) ?? groupBy(print.entries, (entry) => entry.key.slice(0, LEAST));
  indexes.set(print, known);
  return known;
}
