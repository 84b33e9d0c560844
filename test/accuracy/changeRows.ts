import { applyEdit, entriesOf, setValue } from '../../shared/assessment/edit';
import { assessmentFrom } from '../../shared/assessment/fromItems';
import { itemsOf } from '../../shared/assessment/items';
import { fromOrdinals } from '../../shared/assessment/ordinals';
import { itemIdOf } from '../../shared/assessment/path';
import type { Assessment, Value } from '../../shared/assessment/types';
import { compare } from '../../shared/compare/compare';
import { learnHeadingStyle } from '../../shared/headings/style';
import { resolveHeading, type Resolution } from '../../shared/headings/resolve';
import { Likeness } from '../../shared/compare/likeness';
import { generateRows, type ChangeRow } from '../../shared/compare/rows/generate';
import { hasElision } from '../../shared/compare/rows/applyTolerantly';
import { valueAsText } from '../../shared/compare/rows/valueAsText';
import { DEFAULT_ROW_STYLE } from '../../shared/compare/rows/style';
import {
  applyWrittenRow,
  readWrittenOptions,
  type WrittenRowResult,
} from '../../shared/compare/rows/applyWrittenRow';
import { plainText, readsAlike } from '../../shared/assessment/values';
import { formOf } from '../../shared/forms/catalog';
import { changeTableOf } from '../../shared/forms/changeTable';
import { findItem, isLeaf } from '../../shared/forms/lookup';
import { normaliseForComparison } from '../../shared/japanese/normalise';
import { counter } from '../unit/shared/assessment/arbitrary';

/**
 * Holds the rows that the program writes against those that people published: the 変更前 of each date is put back to
 * make the document before it, the two are compared, and the rows of both are laid side by side.
 */
export interface PublishedRow {
  readonly number: number;
  readonly date: string;
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

export interface RowReport {
  readonly row: PublishedRow;
  readonly resolution?: Resolution;
  /** Paths put back for this row; empty where the row cannot be put back, with the reason. */
  readonly paths: readonly string[];
  readonly skipped?: string;
  readonly generated: readonly ChangeRow[];
  /** The 項目 of every generated row names the same item as that of the published row. */
  readonly sameItem: boolean;
  /** 0–1, the worse of 変更前 and 変更後, after undoing （略）. */
  readonly alike: number;
}

export interface Report {
  readonly name: string;
  readonly rows: readonly RowReport[];
  /** Generated rows for items that no published row of that date names. */
  readonly extra: readonly ChangeRow[];
  readonly figures: Figures;
}

export interface Figures {
  /** Rows put back. */
  readonly usable: number;
  readonly found: number;
  readonly extra: number;
  readonly sameItem: number;
  readonly alike: number;
}

export function publishedRows(document: Assessment): readonly PublishedRow[] {
  const table = changeTableOf(formOf(document.form, document.edition));
  const cell = (id: string, column: string) => plainText(document.values[`${table}[${id}].${column}`]);
  return entriesOf(document, table).map(({ id }, at) => ({
    number: at + 1,
    date: cell(id, 'date'),
    item: cell(id, 'item'),
    before: cell(id, 'before'),
    after: cell(id, 'after'),
  }));
}

/** Every date of the table, the latest first, each against the document that it leads to. */
export function evaluate(name: string, document: Assessment): Report {
  const rows = publishedRows(document);
  const dates = [...new Set(rows.map(({ date }) => date))]
    .filter((date) => date !== '')
    .sort(byLastRow(rows));
  const reports: RowReport[] = [];
  const extra: ChangeRow[] = [];
  let current = document;
  for (const date of dates) {
    const step = evaluateDate(
      current,
      rows,
      rows.filter((row) => row.date === date),
    );
    reports.push(...step.rows);
    extra.push(...step.extra);
    current = step.before;
  }
  return { name, rows: reports, extra, figures: figuresOf(reports, extra) };
}

function byLastRow(rows: readonly PublishedRow[]) {
  const last = (date: string) => rows.findLastIndex((row) => row.date === date);
  return (a: string, b: string) => last(b) - last(a);
}

interface PutBack {
  readonly row: PublishedRow;
  readonly resolution?: Resolution;
  readonly paths: readonly string[];
  readonly skipped?: string;
  readonly document: Assessment;
}

function evaluateDate(after: Assessment, all: readonly PublishedRow[], rows: readonly PublishedRow[]) {
  let before = after;
  const backs: PutBack[] = [];
  for (const row of [...rows].reverse()) {
    const back = putBack(before, row);
    before = back.document;
    backs.unshift(back);
  }
  const style = { ...DEFAULT_ROW_STYLE, headings: learnHeadingStyle(after, all) };
  const generated = generatedRows(before, after, style);
  const reports = backs.map((back) => reportRow(after, back, generated));
  const named = new Set(backs.flatMap(({ paths }) => paths));
  return { before, rows: reports, extra: generated.filter(({ path }) => !named.has(path)) };
}

/** As files that share no history: matching by likeness must find the same. */
function generatedRows(before: Assessment, after: Assessment, style: typeof DEFAULT_ROW_STYLE) {
  const other = assessmentFrom(formOf(before.form, before.edition), itemsOf(before), counter('other'));
  const comparison = compare(other, after, { sharedHistory: false });
  return generateRows(comparison, { style, date: '', submission: () => ({ timing: '', reason: '' }) });
}

const likeness = new Likeness();

function putBack(document: Assessment, row: PublishedRow): PutBack {
  const reversed = { before: row.after, after: row.before };
  const resolution = resolveHeading(document, row.item, (path) => fitOf(document, path, reversed));
  const found = { row, document, paths: [], ...(resolution ? { resolution } : {}) };
  if (!resolution) return { ...found, skipped: '項目 names no item' };
  const leaves = resolution.paths.filter((path) => holdsValue(document, path));
  if (leaves.length === 0) return { ...found, skipped: '項目 names a whole part' };
  const applied = leaves.map((path) => ({ path, written: written(document, path, reversed) }));
  const usable = applied.flatMap(({ path, written }) =>
    written.kind === 'fits' ? [{ path, value: written.value }] : [],
  );
  if (usable.length === 0)
    return {
      ...found,
      skipped: whyNot(
        document,
        applied.map(({ written: one }) => one),
        resolution,
        row,
      ),
    };
  const edits = usable.map(({ path, value }) =>
    setValue(document, fromOrdinals(document, path) ?? path, value),
  );
  const changed = applyEdit(document, { kind: 'batch', edits });
  const really = usable.filter(({ path }) => !readsAlike(valueAt(document, path), valueAt(changed, path)));
  if (really.length === 0) return { ...found, skipped: '変更前 and 変更後 read the same' };
  return { ...found, document: changed, paths: really.map(({ path }) => path) };
}

function whyNot(
  document: Assessment,
  written: readonly WrittenRowResult[],
  { paths }: Resolution,
  row: PublishedRow,
): string {
  if (written.some((one) => one.kind === 'no' && one.reason === 'pointer'))
    return 'the row only points elsewhere';
  const blank = paths.every((path) => valueAt(document, path) === undefined);
  if (blank) return 'the item is blank or lost in the source';
  return hasElision(row.before + row.after)
    ? '（略） cannot be undone'
    : 'the text is no longer what 変更後 says';
}

function valueAt(document: Assessment, path: string): Value | undefined {
  return document.values[fromOrdinals(document, path) ?? path];
}

function itemAt(document: Assessment, path: string) {
  return findItem(formOf(document.form, document.edition), itemIdOf(path))?.item;
}

function written(
  document: Assessment,
  path: string,
  row: { before: string; after: string },
): WrittenRowResult {
  return applyWrittenRow(itemAt(document, path), valueAt(document, path), row);
}

/** Groups and entries are named too, but a value stands only in an item. */
function holdsValue(document: Assessment, path: string): boolean {
  const item = itemAt(document, path);
  return item ? isLeaf(item) : path.endsWith('.rows');
}

const FIT = { whole: 1, elided: 0.9, part: 0.6 } as const;

function fitOf(document: Assessment, path: string, row: { before: string; after: string }): number {
  const value = valueAt(document, path);
  if (!holdsValue(document, path)) return 0;
  if (value === undefined && !/^(?:|[-ー－—―]|削除)$/.test(row.before.trim())) return 0;
  const result = written(document, path, row);
  if (result.kind === 'fits') return FIT[result.fit] * (value === undefined ? 0.1 : 1);
  return 0.4 * likeness.of(plainText(value), row.before);
}

function reportRow(after: Assessment, back: PutBack, generated: readonly ChangeRow[]): RowReport {
  const own = generated.filter(({ path }) => back.paths.includes(path));
  const report = {
    row: back.row,
    paths: back.paths,
    generated: own,
    ...(back.resolution ? { resolution: back.resolution } : {}),
  };
  if (back.skipped) return { ...report, skipped: back.skipped, sameItem: false, alike: 0 };
  const sameItem = own.every(({ item, path }) => resolveHeading(after, item)?.paths.includes(path) ?? false);
  return {
    ...report,
    sameItem: own.length > 0 && sameItem,
    alike: Math.max(0, ...own.map((row) => alikeness(after, back, row))),
  };
}

/** The worse side. What a person left out, or did not show, is not held against the row. */
function alikeness(after: Assessment, { document, row }: PutBack, generated: ChangeRow): number {
  const item = itemAt(after, generated.path);
  const sides = [
    [row.before, generated.before, valueAt(document, generated.path)],
    [row.after, generated.after, valueAt(after, generated.path)],
  ] as const;
  return Math.min(
    ...sides.map(([theirs, ours, value]) => {
      if (item?.type === 'checks') return optionsAlike(item, theirs, ours);
      const full = hasElision(ours) ? (valueAsText(item, value, DEFAULT_ROW_STYLE) ?? '') : ours;
      return textAlike(theirs, full);
    }),
  );
}

function textAlike(theirs: string, ours: string): number {
  const nothing = (text: string) => /^(?:[-ー－—―]?|削除)$/.test(normaliseForComparison(text));
  if (nothing(theirs) && nothing(ours)) return 1;
  const pieces = theirs
    .split(/[（(]?(?:以下|中)?略[）)]?/)
    .map(normaliseForComparison)
    .filter((piece) => piece !== '');
  if (pieces.every((piece) => normaliseForComparison(ours).includes(piece))) return 1;
  const counts = [theirs, ours].map((text) => /^\D*(\d+)\D*$/.exec(text.normalize('NFKC'))?.[1]);
  if (counts[0] !== undefined && counts[0] === counts[1]) return 1;
  return likeness.of(theirs, ours);
}

function optionsAlike(item: NonNullable<ReturnType<typeof itemAt>>, theirs: string, ours: string): number {
  const shown = readWrittenOptions(item, theirs);
  const own = readWrittenOptions(item, ours);
  if (shown.length === 0) return own.every(({ ticked }) => !ticked) ? 1 : likeness.of(theirs, ours);
  const agree = own.filter(({ label, ticked, text }) =>
    shown.some(
      (one) =>
        one.label === label &&
        one.ticked === ticked &&
        normaliseForComparison(one.text) === normaliseForComparison(text),
    ),
  );
  return own.length === 0 ? 0 : agree.length / own.length;
}

function figuresOf(rows: readonly RowReport[], extra: readonly ChangeRow[]): Figures {
  const usable = rows.filter(({ skipped }) => skipped === undefined);
  const found = usable.filter(({ generated }) => generated.length > 0);
  const made = usable.reduce((sum, { generated }) => sum + generated.length, 0) + extra.length;
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    usable: usable.length,
    found: share(found.length, usable.length),
    extra: share(extra.length, made),
    sameItem: share(usable.filter(({ sameItem }) => sameItem).length, usable.length),
    alike: share(
      found.reduce((sum, { alike }) => sum + alike, 0),
      found.length,
    ),
  };
}

/** The report as Markdown: figures, each row, and where people erred. */
export function reportText({ name, rows, extra, figures }: Report): string {
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return [
    `# ${name}`,
    '',
    `rows put back ${String(figures.usable)} of ${String(rows.length)}; found ${percent(figures.found)}; extra ${percent(figures.extra)}; same item ${percent(figures.sameItem)}; alike ${figures.alike.toFixed(3)}`,
    '',
    ...rows.map(rowText),
    '',
    '## rows that no person wrote',
    ...extra.map((row) => `- ${row.path} ${row.item}: ${short(row.before)} → ${short(row.after)}`),
    '',
    '## where people erred in 項目',
    ...rows.flatMap(({ row, resolution }) => {
      const errors = (resolution?.mistakes ?? []).filter(
        ({ kind }) => kind === 'number' || kind === 'wording',
      );
      return errors.map((error) => `- row ${String(row.number)} ${JSON.stringify(error)}`);
    }),
    '',
  ].join('\n');
}

function rowText({ row, resolution, paths, skipped, generated, alike, sameItem }: RowReport): string {
  const head = `- ${String(row.number)} ${row.date} ${short(row.item, 90)} → ${(paths.length > 0 ? paths : (resolution?.paths ?? ['?'])).join(', ')}`;
  if (skipped !== undefined) return `${head}\n  left out: ${skipped}`;
  const own = generated.map(
    (one) => `\n  ours: ${short(one.item, 90)}: ${short(one.before)} → ${short(one.after)}`,
  );
  return `${head}\n  ${generated.length > 0 ? `alike ${alike.toFixed(3)}${sameItem ? '' : ' OTHER ITEM'}` : 'NOT FOUND'}${own.join('')}`;
}

function short(text: string, most = 60): string {
  const line = text.replace(/\n/g, '⏎');
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
