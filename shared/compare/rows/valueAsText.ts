import words from '../../../resources/compare/words.json';
import type { FormItem } from '../../forms/types';
import type { Checks, Value } from '../../assessment/types';
import { isChecks, isGrid, isImages } from '../../assessment/values';
import type { RowStyle } from './style';

/** A value in the words of a row; undefined where nothing is written. Checks show every ticked option. */
export function valueAsText(
  item: FormItem | undefined,
  value: Value | undefined,
  style: RowStyle,
): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (isChecks(value)) return optionsAsText(value, shownOptions(value)) || undefined;
  if (isGrid(value)) return value.rows.map((row) => row.join(CELL_SEPARATOR)).join('\n');
  if (isImages(value))
    return value.images.map(({ name }) => words.picture.replace('{name}', name)).join('\n') || undefined;
  if (typeof value === 'boolean') return tickAsText(value) + (item?.label ?? '');
  if (typeof value === 'number') return `（${String(value)}）件`;
  return quoted(value, style);
}

/** Between the cells of a row of a 別紙. */
export const CELL_SEPARATOR = '｜';

/** Ticked options and those with a text, in the order in which they are kept. */
function shownOptions({ selected, texts }: Checks): readonly string[] {
  return [...new Set([...selected, ...Object.keys(texts).filter((label) => texts[label] !== '')])];
}

export function optionsAsText(checks: Checks, labels: readonly string[]): string {
  return labels.map((label) => optionAsText(checks, label)).join('\n');
}

/** `[○]その他（証明書交付システム）` */
export function optionAsText({ selected, texts }: Checks, label: string): string {
  const text = texts[label] ?? '';
  return tickAsText(selected.includes(label)) + label + (text === '' ? '' : `（${text}）`);
}

export function tickAsText(ticked: boolean): string {
  return `[${ticked ? words.ticked : words.unticked}]`;
}

/** A text that reads like the word for "removed" is put in 「」, so that the two stay apart. */
function quoted(text: string, { removed }: RowStyle): string {
  return isReserved(text, removed) ? `「${text}」` : text;
}

export function unquoted(text: string, { removed }: RowStyle): string {
  return text !== removed && isReserved(text, removed) ? text.slice(1, -1) : text;
}

function isReserved(text: string, removed: string): boolean {
  const inner = text.replace(/^「+/, '').replace(/」+$/, '');
  const depth = (text.length - inner.length) / 2;
  return inner === removed && text === '「'.repeat(depth) + removed + '」'.repeat(depth);
}

/** Options whose tick or text differs, in the order of the form. */
export function changedOptions(item: FormItem | undefined, before: Checks, after: Checks): readonly string[] {
  const official = item?.options?.map(({ label }) => label) ?? [];
  const others = [
    ...before.selected,
    ...after.selected,
    ...Object.keys(before.texts),
    ...Object.keys(after.texts),
  ];
  return [...new Set([...official, ...others])].filter(
    (label) => optionAsText(before, label) !== optionAsText(after, label),
  );
}

export const NO_CHECKS: Checks = { selected: [], texts: {} };

export function asChecks(value: Value | undefined): Checks {
  return isChecks(value) ? value : NO_CHECKS;
}
