import { labelParts } from '../forms/label';
import { formOf } from '../forms/catalog';
import { entriesOf, ordinalsOf } from '../assessment/edit';
import { FILES } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { plainText as textOf } from '../assessment/values';
import { comparableText } from '../japanese/headingForm';
import { resolveHeading } from './resolve';

/** How an office writes the path of headings in the column 項目. */
export interface HeadingStyle {
  /** Between two headings: `　`, `－`, `ー`, a line break … */
  readonly separator: string;
  /** `４．`, `4. ` or `4` */
  readonly number: 'official' | 'half' | 'bare';
  /** `Ⅱ` or `II` */
  readonly roman: 'official' | 'latin';
  /** Of several files: by number behind the heading of the part, or by name as a heading of its own. */
  readonly file: 'number' | 'name';
}

export const OFFICIAL_HEADINGS: HeadingStyle = {
  separator: '　',
  number: 'official',
  roman: 'official',
  file: 'number',
};

/** The path of headings of an item, as the office writes it. `path` carries ordinals. */
export function writeHeading(document: Assessment, path: string, style: HeadingStyle): string | undefined {
  const files = entriesOf(document, FILES);
  const parts = labelParts(formOf(document.form, document.edition), path, { files: files.length });
  if (!parts) return undefined;
  const distinct = parts.filter((part, at) => at === 0 || !isEntryOf(parts[at - 1] ?? '', part));
  const named = style.file === 'name' && files.length > 1 ? withFileName(document, path, distinct) : distinct;
  return named.map((part, at) => restyled(part, at === 0, style)).join(style.separator);
}

/** The name of an entry has the heading of the entry itself: 提供先1. */
function isEntryOf(entry: string, part: string): boolean {
  return entry.startsWith(part) && /^\d+$/.test(entry.slice(part.length));
}

function withFileName(document: Assessment, path: string, parts: readonly string[]): readonly string[] {
  const ordinal = /^[A-Za-z0-9]+\[(\d+)\]/.exec(path)?.[1];
  const [section = '', ...rest] = parts;
  const name = ordinal === undefined ? '' : fileName(document, Number(ordinal));
  return name === '' ? parts : [section.replace(/（\d+）$/, ''), name, ...rest];
}

function fileName(document: Assessment, ordinal: number): string {
  const entries = entriesOf(document, FILES);
  const id = entries[ordinalsOf(entries).indexOf(ordinal)]?.id ?? '';
  return textOf(document.values[`II[${id}].1`]).trim();
}

function restyled(part: string, isSection: boolean, style: HeadingStyle): string {
  const roman =
    isSection && style.roman === 'latin' ? part.replace(/^[Ⅰ-Ⅹ]+/, (n) => n.normalize('NFKC')) : part;
  if (style.number === 'official') return roman;
  return roman.replace(
    /^([０-９]+)．/,
    (_, digits: string) => digits.normalize('NFKC') + (style.number === 'half' ? '. ' : ''),
  );
}

/** A row whose 項目 is analysed; the latest rows are last in a document. */
export interface WrittenRow {
  readonly item: string;
}

/** Rows analysed, from the end: the present style of an office matters more than an earlier one. */
const RECENT_ROWS = 40;

/** The way the document's own rows write their 項目; what they do not show is official, or as requested. */
export function learnHeadingStyle(
  document: Assessment,
  rows: readonly WrittenRow[],
  separator = OFFICIAL_HEADINGS.separator,
): HeadingStyle {
  const recent = rows.slice(-RECENT_ROWS).map(({ item }) => item);
  const separators = recent.flatMap((item) => separatorsIn(document, item));
  return {
    separator: mostFrequent(separators) ?? separator,
    number: mostFrequent(recent.flatMap(numberStyle)) ?? OFFICIAL_HEADINGS.number,
    roman: mostFrequent(recent.flatMap(romanStyle)) ?? OFFICIAL_HEADINGS.roman,
    file: recent.some((item) => namesFile(document, item)) ? 'name' : OFFICIAL_HEADINGS.file,
  };
}

/** The text between two headings that follow each other. */
function separatorsIn(document: Assessment, item: string): readonly string[] {
  const { at } = comparableText(item);
  const spans = resolveHeading(document, item)?.match?.spans ?? [];
  return spans.flatMap((span, part) => {
    const next = spans[part + 1];
    if (!span || !next) return [];
    const between = item.slice((at[span.to - 1] ?? 0) + 1, at[next.from]);
    return SEPARATOR.test(between) ? [tidy(between)] : [];
  });
}

const SEPARATOR = /^[\s　]*[-－‐―—–ー／/＞>・]?[\s　]*$/;

/** One line break or space is enough; a dash needs none around it. */
function tidy(between: string): string {
  const mark = between.trim();
  if (mark !== '') return mark;
  if (between.includes('\n')) return '\n';
  return between.includes('　') ? '　' : between === '' ? '' : ' ';
}

function numberStyle(item: string): readonly HeadingStyle['number'][] {
  if (/[０-９]+．/.test(item)) return ['official'];
  if (/(?:^|[^\d])\d{1,2}[.．]\s*[^\d\s]/.test(item)) return ['half'];
  return /(?:^|[^\d(（])\d{1,2}特定個人情報/.test(item) ? ['bare'] : [];
}

function romanStyle(item: string): readonly HeadingStyle['roman'][] {
  if (/^[（(]?[Ⅰ-Ⅹ]/.test(item)) return ['official'];
  return /^[（(]?[IVX]+(?![A-Za-z])/.test(item) ? ['latin'] : [];
}

function namesFile(document: Assessment, item: string): boolean {
  const names = entriesOf(document, FILES).map(
    ({ id }) => comparableText(textOf(document.values[`II[${id}].1`])).text,
  );
  const { text } = comparableText(item);
  return names.some((name) => name.length > 3 && text.includes(name));
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
