import type { Form, FormItem, FormSection } from './types';
import { findItem, type PlacedItem } from './lookup';

/** One heading of an official path. */
export type LabelPart = string;

/**
 * The official headings above and at an item, outermost first, with ordinals for the entries
 * (`['Ⅱ 特定個人情報ファイルの概要', '４．特定個人情報ファイルの取扱いの委託', '委託事項1', '⑥委託先名']`).
 * `path` carries ordinals, not ids. Of several 特定個人情報ファイル the section names which: `Ⅱ …（2）`.
 * Undefined where the form has no such item.
 */
export function labelParts(
  form: Form,
  path: string,
  options: { readonly files?: number } = {},
): readonly LabelPart[] | undefined {
  const ids = [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  const placed = findItem(form, path.replace(/\[[^\]]*\]/g, ''));
  if (!placed) return undefined;
  const [fileOrdinal, rest] = placed.section.repeat === 'file' ? [ids[0], ids.slice(1)] : [undefined, ids];
  const section =
    sectionLabel(placed.section) + ((options.files ?? 1) > 1 && fileOrdinal ? `（${fileOrdinal}）` : '');
  return [section, ...itemLabels(placed, rest)];
}

/** The label path as one line, parts separated by a full-width space (or by the office's own separator). */
export function labelPath(
  form: Form,
  path: string,
  options: { readonly files?: number; readonly separator?: string } = {},
): string | undefined {
  return labelParts(form, path, options)?.join(options.separator ?? '　');
}

/** `Ⅱ 特定個人情報ファイルの概要`; 表紙 where the form gives the section a short title. */
export function sectionLabel(section: FormSection): string {
  if (section.shortTitle !== undefined) return section.shortTitle;
  return section.number ? `${section.number} ${section.title}`.replace('） ', '）') : section.title;
}

/** `４．特定個人情報ファイルの取扱いの委託`, `⑥委託先名`, `リスク１：目的外の入手が行われるリスク` */
export function itemLabel(item: FormItem): string {
  return printedNumber(item.number ?? '') + distinctLabel(item).replace(/^・/, '');
}

/** The number as printed: `4.` becomes `４．`. */
export function printedNumber(number: string): string {
  const plain = /^(\d+)\.$/.exec(number);
  return plain ? `${fullWidth(plain[1] ?? '')}．` : number.trim();
}

function itemLabels(placed: PlacedItem, ordinals: readonly string[]): readonly LabelPart[] {
  let next = 0;
  return [...placed.parents, placed.item].map((item) =>
    item.type === 'repeat' || item.type === 'table' ? entryLabel(item, ordinals[next++]) : itemLabel(item),
  );
}

function entryLabel(item: FormItem, ordinal: string | undefined): LabelPart {
  if (ordinal === undefined) return item.label;
  return item.itemLabel ? item.itemLabel.replace('{n}', ordinal) : `${item.label}${ordinal}`;
}

/** A count has the same printed label as the choice it belongs to; the path distinguishes them. */
function distinctLabel(item: FormItem): string {
  return item.type === 'count' ? `${item.label}（件数）` : item.label;
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
