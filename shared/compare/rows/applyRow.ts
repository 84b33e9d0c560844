import type { FormItem } from '../../forms/types';
import type { Checks, Value } from '../../assessment/types';
import { isGrid } from '../../assessment/values';
import type { RowTexts } from './rowTexts';
import { applyElided } from './elision';
import { asChecks, CELL_SEPARATOR, NO_CHECKS, valueAsText, unquoted } from './valueAsText';
import type { RowStyle } from './style';

/** What a row makes of a value; `fits: false` where its 変更前 does not describe the value. */
export type AppliedRow = { readonly fits: true; readonly value?: Value } | { readonly fits: false };

/** The value after the change that a generated row describes. Pictures have no text to be made from: they never fit. */
export function applyRow(
  item: FormItem | undefined,
  value: Value | undefined,
  row: RowTexts,
  style: RowStyle,
): AppliedRow {
  if (item?.type === 'image') return { fits: false };
  if (item?.type === 'checks') return applyToChecks(item, value, row, style);
  if ((valueAsText(item, value, style) ?? style.absent) === row.before || isUntickedFlag(item, value, row))
    return { fits: true, ...valueOrBlank(readValue(item, row.after, style, value)) };
  const text =
    typeof value === 'string' || isGrid(value)
      ? applyElided(valueAsText(item, value, style) ?? '', row, style.elision)
      : undefined;
  return text === undefined
    ? { fits: false }
    : { fits: true, ...valueOrBlank(readValue(item, text, style, value)) };
}

/** A flag that was never set reads like one that is not ticked. */
function isUntickedFlag(item: FormItem | undefined, value: Value | undefined, row: RowTexts): boolean {
  return item?.type === 'flag' && value !== true && !/^\[[○〇◯]\]/.test(row.before);
}

function valueOrBlank(value: Value | undefined): { readonly value?: Value } {
  return value === undefined ? {} : { value };
}

function readValue(
  item: FormItem | undefined,
  text: string,
  style: RowStyle,
  older: Value | undefined,
): Value | undefined {
  if (text === style.removed) return undefined;
  if (item?.type === 'flag') return /^\[[○〇◯]\]/.test(text);
  if (item?.type === 'count') return readCount(text);
  if (isGrid(older)) return { rows: text.split('\n').map((line) => line.split(CELL_SEPARATOR)) };
  return unquoted(text, style);
}

/** `（24）件`, `24件`, `24` */
export function readCount(text: string): number | undefined {
  const digits = /\d[\d,]*/.exec(text.normalize('NFKC'))?.[0].replace(/,/g, '');
  return digits === undefined ? undefined : Number(digits);
}

function applyToChecks(item: FormItem, value: Value | undefined, row: RowTexts, style: RowStyle): AppliedRow {
  const current = asChecks(value);
  const [before, after] = [readOptions(item, row.before), readOptions(item, row.after)];
  if (!before.every((option) => isShownAs(current, option))) return { fits: false };
  if (row.after === style.removed) return { fits: true, value: NO_CHECKS };
  return { fits: true, value: after.reduce(setOption, current) };
}

/** One option as a row shows it. */
export interface ShownOption {
  readonly label: string;
  readonly ticked: boolean;
  readonly text: string;
}

const OPTION_START = /\[\s*([○〇◯OＯ]?)\s*\]/;

/** The options that a row shows: `[○]その他（…）[　]紙`. Labels are those of the form where it has them. */
export function readOptions(item: FormItem, shown: string): readonly ShownOption[] {
  const [, ...rest] = shown.split(OPTION_START);
  const options: ShownOption[] = [];
  for (let at = 0; at < rest.length; at += 2)
    options.push(readOption(item, rest[at] !== '', trimLine(rest[at + 1] ?? '')));
  return options;
}

function trimLine(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function readOption(item: FormItem, ticked: boolean, shown: string): ShownOption {
  const labels = (item.options ?? []).map(({ label }) => label).sort((a, b) => b.length - a.length);
  const label =
    labels.find((candidate) => shown.startsWith(candidate)) ?? /^[^（]*/.exec(shown)?.[0] ?? shown;
  const rest = shown.slice(label.length);
  return { label, ticked, text: rest.startsWith('（') && rest.endsWith('）') ? rest.slice(1, -1) : rest };
}

function isShownAs({ selected, texts }: Checks, { label, ticked, text }: ShownOption): boolean {
  return selected.includes(label) === ticked && (texts[label] ?? '') === text;
}

function setOption({ selected, texts }: Checks, { label, ticked, text }: ShownOption): Checks {
  const others = selected.filter((option) => option !== label);
  const { [label]: _old, ...rest } = texts;
  return {
    selected: ticked ? [...others, label] : others,
    texts: text === '' ? rest : { ...rest, [label]: text },
  };
}
