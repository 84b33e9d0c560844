import words from '../../../resources/compare/words.json';
import { toOrdinals } from '../../assessment/ordinals';
import { ATTACHMENTS, FILES, itemIdOf, type Path } from '../../assessment/path';
import type { Assessment, Value } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import { changeTableOf } from '../../forms/changeTable';
import { findItem } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import { namePathInEntry } from '../entries';
import { writeHeading } from '../../headings/style';
import { comparePositions, positionFinder } from '../documentOrder';
import type { Comparison, Difference, EntryDifference, ValueDifference } from '../types';
import { isChecks, plainText, readsAlike } from '../../assessment/values';
import { abridge } from './abridge';
import { type RowTexts } from './rowTexts';
import { asChecks, changedOptions, optionsAsText, tickAsText, valueAsText } from './valueAsText';
import { isUnlisted, type RowStyle } from './style';

/** A row of 変更箇所 that the program writes. */
export interface ChangeRow extends RowTexts {
  /** The same for the same change whenever the table is made again. */
  readonly key: string;
  /** The difference that the row reports. */
  readonly difference: string;
  /** The item with ordinals, in the document that `item` (項目) speaks of. */
  readonly path: string;
  readonly date: string;
  readonly item: string;
  readonly timing: string;
  readonly reason: string;
}

/** 提出時期 and 提出時期に係る説明 of a row. */
export interface Submission {
  readonly timing: string;
  readonly reason: string;
}

export interface GenerateOptions {
  readonly style: RowStyle;
  /** 変更日: the planned date of 公表, as written. */
  readonly date: string;
  readonly submission: (difference: Difference) => Submission;
  /** Also what no office lists in the table: the date of 公表 on the cover. */
  readonly withUnlisted?: boolean;
}

/** The rows for what changed, in the order of the form. Differences of form alone, moves and a new edition have none. */
export function generateRows(comparison: Comparison, options: GenerateOptions): readonly ChangeRow[] {
  return comparison.differences.flatMap((difference) => {
    const rows = rowWordings(comparison, difference, options);
    const submission = rows.length > 0 ? options.submission(difference) : NO_SUBMISSION;
    return rows.map(({ path, item, texts, key }) => ({
      key,
      difference: difference.key,
      path,
      date: options.date,
      item,
      ...texts,
      ...submission,
    }));
  });
}

const NO_SUBMISSION: Submission = { timing: '', reason: '' };

/** Whether a change belongs into the table: all that a reader of the printed document would notice. */
export function isListed(form: Form, difference: Difference, withUnlisted = false): boolean {
  if (difference.kind === 'header' || difference.kind === 'moved') return false;
  if (difference.kind === 'changed' && difference.formOnly) return false;
  const table = changeTableOf(form);
  const inTable = difference.item === table || difference.item.startsWith(`${table}.`);
  return !inTable && (withUnlisted || !isUnlisted(form, difference.item));
}

interface RowWording {
  readonly key: string;
  readonly path: string;
  readonly item: string;
  readonly texts: RowTexts;
}

function rowWordings(
  comparison: Comparison,
  difference: Difference,
  { style, withUnlisted }: GenerateOptions,
): readonly RowWording[] {
  const { before, after } = comparison;
  if (!isListed(formOf(after.form, after.edition), difference, withUnlisted)) return [];
  switch (difference.kind) {
    case 'changed':
      return changedWordings(comparison, difference, style);
    case 'added':
      return entryWordings(after, difference, style);
    case 'removed':
      return entryWordings(before, difference, style);
    default:
      return [];
  }
}

function changedWordings(
  comparison: Comparison,
  difference: ValueDifference,
  style: RowStyle,
): readonly RowWording[] {
  const { after } = comparison;
  const item = findItem(formOf(after.form, after.edition), difference.item)?.item;
  const pairs = rowTextsOf(item, difference.before, difference.after, style);
  const heading = headingOf(after, difference.newPath, style);
  const path = toOrdinals(after, difference.newPath);
  return pairs.map((texts, at) => ({ key: `${difference.key}#${at}`, path, item: heading, texts }));
}

/** The official path of an item; 別紙 are named by their title. */
export function headingOf(document: Assessment, path: Path, style: RowStyle): string {
  if (!path.startsWith(ATTACHMENTS)) {
    const ordinals = toOrdinals(document, path);
    return writeHeading(document, ordinals, style.headings) ?? ordinals;
  }
  const entry = path.slice(0, path.indexOf(']') + 1);
  const title = plainText(document.values[`${entry}.title`]);
  return /別紙|別表|添付/.test(title) ? title : `${words.attachment}${style.headings.separator}${title}`;
}

/** 変更前 and 変更後 of one value. */
export function rowTextsOf(
  item: FormItem | undefined,
  before: Value | undefined,
  after: Value | undefined,
  style: RowStyle,
): readonly RowTexts[] {
  if (item?.type === 'checks' || isChecks(before) || isChecks(after))
    return [checksTexts(item, before, after, style)];
  if (item?.type === 'flag') return [flagTexts(item, before, after)];
  const [older, newer] = [valueAsText(item, before, style), valueAsText(item, after, style)];
  if (older === undefined || newer === undefined)
    return [{ before: older ?? style.absent, after: newer ?? style.removed }];
  return item?.type === 'count' || item?.type === 'choice'
    ? [{ before: older, after: newer }]
    : abridge(older, newer, style);
}

function checksTexts(
  item: FormItem | undefined,
  before: Value | undefined,
  after: Value | undefined,
  style: RowStyle,
): RowTexts {
  const [older, newer] = [asChecks(before), asChecks(after)];
  const labels = changedOptions(item, older, newer);
  const textBefore = before === undefined ? style.absent : optionsAsText(older, labels);
  return { before: textBefore, after: after === undefined ? style.removed : optionsAsText(newer, labels) };
}

function flagTexts(item: FormItem, before: Value | undefined, after: Value | undefined): RowTexts {
  return { before: tickAsText(before === true) + item.label, after: tickAsText(after === true) + item.label };
}

/** A new 特定個人情報ファイル is a whole part of the form: one row reports it. */
function entryWordings(
  document: Assessment,
  difference: EntryDifference,
  style: RowStyle,
): readonly RowWording[] {
  const asOneRow = style.perEntry === 'entry' || difference.list === FILES || difference.list === ATTACHMENTS;
  return asOneRow ? entryAsOneRow(document, difference, style) : entryItems(document, difference, style);
}

function entryItems(
  document: Assessment,
  difference: EntryDifference,
  style: RowStyle,
): readonly RowWording[] {
  const form = formOf(document.form, document.edition);
  return pathsInside(document, difference).flatMap((path) => {
    const item = findItem(form, itemIdOf(path))?.item;
    const value = document.values[path];
    if (readsAlike(value, undefined)) return [];
    const [older, newer] = difference.kind === 'added' ? [undefined, value] : [value, undefined];
    return rowTextsOf(item, older, newer, style).map((texts, at) => ({
      key: `${difference.kind}:${path}#${at}`,
      path: toOrdinals(document, path),
      item: headingOf(document, path, style),
      texts,
    }));
  });
}

function pathsInside(document: Assessment, difference: EntryDifference): readonly Path[] {
  const position = positionFinder(document);
  return Object.keys(difference.content.values).sort((a, b) => comparePositions(position(a), position(b)));
}

function entryAsOneRow(
  document: Assessment,
  difference: EntryDifference,
  style: RowStyle,
): readonly RowWording[] {
  const prefix = `${difference.list}[${difference.entry.id}]`;
  const text = entryText(document, difference, style);
  if (text === '') return [];
  const path = difference.list === FILES ? fileSectionPath(document, difference) : prefix;
  const texts =
    difference.kind === 'added'
      ? { before: style.absent, after: text }
      : { before: text, after: style.removed };
  const item = headingOf(document, path, style);
  return [{ key: `${difference.key}#0`, path: toOrdinals(document, path), item, texts }];
}

function fileSectionPath(document: Assessment, { entry }: EntryDifference): Path {
  const form = formOf(document.form, document.edition);
  const section = form.sections.find(({ repeat }) => repeat === 'file')?.items[0]?.id ?? '';
  return section.replace(/^([^.]+)/, `$1[${entry.id}]`);
}

/** The name of a file; of other entries every item with its label, a line each. */
export function entryText(document: Assessment, difference: EntryDifference, style: RowStyle): string {
  const form = formOf(document.form, document.edition);
  if (difference.list === FILES) return plainText(document.values[fileSectionPath(document, difference)]);
  if (difference.list === ATTACHMENTS) return attachmentText(document, difference, style);
  const name = namePathInEntry(form, difference.list);
  return pathsInside(document, difference)
    .flatMap((path) => {
      const item = findItem(form, itemIdOf(path))?.item;
      const text = valueAsText(item, document.values[path], style);
      if (text === undefined) return [];
      return [path.endsWith(`]${name ?? ''}`) ? text : `${item?.number ?? ''}${item?.label ?? ''}：${text}`];
    })
    .join('\n');
}

function attachmentText(document: Assessment, { list, entry }: EntryDifference, style: RowStyle): string {
  return valueAsText(undefined, document.values[`${list}[${entry.id}].rows`], style) ?? '';
}

/** Listed changes for which there is no row (the table was written by hand, or a row was taken out). */
export function changesWithoutRow(
  comparison: Comparison,
  rows: readonly { readonly difference: string }[],
): readonly Difference[] {
  const listed = new Set(rows.map(({ difference }) => difference));
  const form = formOf(comparison.after.form, comparison.after.edition);
  return comparison.differences.filter(
    (difference) => isListed(form, difference) && !listed.has(difference.key),
  );
}
