import type { FormItem } from '../../forms/types';
import { normaliseForComparison } from '../../japanese/normalise';
import type { Checks, Value } from '../../assessment/types';
import { isGrid } from '../../assessment/values';
import type { RowTexts } from './rowTexts';
import { readCount } from './applyRow';
import { applyTolerantly, type RowFit } from './applyTolerantly';
import { asChecks, CELL_SEPARATOR, valueAsText } from './valueAsText';
import { DEFAULT_ROW_STYLE } from './style';

/** What a row written by a person makes of a value. */
export type WrittenRowResult =
  | { readonly kind: 'fits'; readonly fit: RowFit; readonly value?: Value }
  /** `pointer`: the row points elsewhere (表のとおり); `other`: the value is not what 変更前 says. */
  | { readonly kind: 'no'; readonly reason: 'pointer' | 'other' };

/** Words with which a row says where to look instead of what changed. */
const POINTER = /のとおり$|欄に記載|同上|※上記|へ追加|のみ掲載|参照$/;
/** Words for nothing: a dash, a blank, or that it was taken out. */
const NOTHING = /^[-ー－―—–]?$|^削除$|^(?:なし|新規|記載なし)$/;

/**
 * The value after the change that a person's row describes, tolerant of width, white space and of what is left out.
 * Read backwards (with the sides exchanged) it puts last year's wording back.
 */
export function applyWrittenRow(
  item: FormItem | undefined,
  value: Value | undefined,
  row: RowTexts,
): WrittenRowResult {
  if (POINTER.test(row.before.trim()) || POINTER.test(row.after.trim()))
    return { kind: 'no', reason: 'pointer' };
  const type = item?.type;
  if (type === 'checks' && item) return applyToChecks(item, value, row);
  if (type === 'count') return applyToCount(value, row);
  if (type === 'flag') return applyToFlag(value, row);
  return applyToText(item, value, row);
}

export function isBlankWording(text: string): boolean {
  return NOTHING.test(normaliseForComparison(text));
}

function applyToText(item: FormItem | undefined, value: Value | undefined, row: RowTexts): WrittenRowResult {
  const text = valueAsText(item, value, DEFAULT_ROW_STYLE) ?? '';
  const applied =
    isBlankWording(text) && isBlankWording(row.before)
      ? { fit: 'whole' as const, text: row.after }
      : isBlankWording(row.before)
        ? undefined
        : applyTolerantly(text, row);
  if (!applied) return { kind: 'no', reason: 'other' };
  const isRemoved = applied.fit === 'whole' && isBlankWording(applied.text);
  return {
    kind: 'fits',
    fit: applied.fit,
    ...(isRemoved ? {} : { value: valueFromText(item, value, applied.text) }),
  };
}

function valueFromText(item: FormItem | undefined, older: Value | undefined, text: string): Value {
  if (isGrid(older)) return { rows: text.split('\n').map((line) => line.split(CELL_SEPARATOR)) };
  const option = item?.options?.find(
    ({ label }) => normaliseForComparison(label) === normaliseForComparison(text.replace(/^\d[)）]/, '')),
  );
  return option?.label ?? text;
}

function applyToCount(value: Value | undefined, row: RowTexts): WrittenRowResult {
  const [before, after] = [readCount(row.before), readCount(row.after)];
  if (value !== before) return { kind: 'no', reason: 'other' };
  return { kind: 'fits', fit: 'whole', ...(after === undefined ? {} : { value: after }) };
}

const TICKED = /\[\s*[○〇◯OＯ]\s*\]/;

function applyToFlag(value: Value | undefined, row: RowTexts): WrittenRowResult {
  if ((value === true) !== TICKED.test(row.before)) return { kind: 'no', reason: 'other' };
  return { kind: 'fits', fit: 'whole', value: TICKED.test(row.after) };
}

function applyToChecks(item: FormItem, value: Value | undefined, row: RowTexts): WrittenRowResult {
  const current = asChecks(value);
  const [before, after] = [readWrittenOptions(item, row.before), readWrittenOptions(item, row.after)];
  if (after.length === 0 && before.length === 0) return { kind: 'no', reason: 'other' };
  if (!before.every((option) => agrees(current, option))) return { kind: 'no', reason: 'other' };
  const named = new Set([...before, ...after].map(({ label }) => label));
  const result = [...named].reduce(
    (checks, label) =>
      setOption(checks, after.find((option) => option.label === label) ?? { label, ticked: false, text: '' }),
    current,
  );
  return { kind: 'fits', fit: 'whole', value: result };
}

interface WrittenOption {
  readonly label: string;
  readonly ticked: boolean;
  readonly text: string;
}

const OPTION = /\[\s*([○〇◯OＯ]?)\s*\]/;

/** `[○] その他(…)`, `[]紙`; an option without a mark is one that is ticked: `その他（電子申請システム）`. */
export function readWrittenOptions(item: FormItem, shown: string): readonly WrittenOption[] {
  if (isBlankWording(shown)) return [];
  if (!OPTION.test(shown)) return readOne(item, true, shown);
  const [, ...rest] = shown.split(OPTION);
  const options: WrittenOption[] = [];
  for (let at = 0; at < rest.length; at += 2)
    options.push(...readOne(item, rest[at] !== '', rest[at + 1] ?? ''));
  return options;
}

function readOne(item: FormItem, ticked: boolean, shown: string): readonly WrittenOption[] {
  const labels = (item.options ?? []).map(({ label }) => label).sort((a, b) => b.length - a.length);
  const label = labels.find((candidate) =>
    normaliseForComparison(shown).startsWith(normaliseForComparison(candidate)),
  );
  if (label === undefined) return [];
  const text = /[（(]([\s\S]*)[）)]\s*$/.exec(afterLabel(shown, label))?.[1]?.trim() ?? '';
  return [{ label, ticked, text }];
}

function afterLabel(shown: string, label: string): string {
  const labelLength = normaliseForComparison(label).length;
  let [at, counted] = [0, 0];
  while (at < shown.length && counted < labelLength)
    counted += normaliseForComparison(shown[at++] ?? '').length;
  return shown.slice(at);
}

function agrees(checks: Checks, { label, ticked, text }: WrittenOption): boolean {
  const known = checks.texts[label] ?? '';
  return (
    checks.selected.includes(label) === ticked &&
    (text === '' || normaliseForComparison(known) === normaliseForComparison(text))
  );
}

function setOption({ selected, texts }: Checks, { label, ticked, text }: WrittenOption): Checks {
  const others = selected.filter((one) => one !== label);
  const { [label]: _old, ...rest } = texts;
  return {
    selected: ticked ? [...others, label] : others,
    texts: text === '' ? rest : { ...rest, [label]: text },
  };
}
