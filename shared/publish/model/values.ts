import type { Checks, Value } from '../../assessment/types';
import type { Path } from '../../assessment/path';
import type { Form, FormItem, FormOption } from '../../forms/types';
import type { Context } from './context';
import { chunks, columnsFor, columnsForAll } from './columns';
import { SIZE } from './measure';
import { inColumns, line, lineText, plain, printed, splitLines } from './runs';
import type { Line, PictureBlock, Run, Twips } from './types';

const BLANK_BRACKET = '　'.repeat(8);
const BLANK_COUNT = '　　　';
const BLANK_BRACES = '　'.repeat(8);

/** The lines of a text, date or fixed item; a blank item is one empty line. */
export function textLines(context: Context, path: Path, item: FormItem): readonly Line[] {
  const value = context.assessment.values[path];
  const text = writtenText(value) ?? (item.fixed ? (item.default ?? '') : '');
  const runs = text === '' ? [] : context.runs.text(path, text);
  return splitLines('text', withPrintedWords(item, runs));
}

/** A text or number as it is written; an empty text is blank. */
function writtenText(value: Value | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The printed words around a value: `（手数料額、納付方法：…）`, `… 時点`. */
function withPrintedWords(item: FormItem, runs: readonly Run[]): readonly Run[] {
  const before = item.prefix ? plain(item.prefix) : [];
  const after = item.suffix ? plain(item.prefix ? item.suffix : `　${item.suffix}`) : [];
  const inner = runs.length === 0 && before.length > 0 ? plain(BLANK_BRACES) : runs;
  return [...before, ...inner, ...after];
}

/** `[　十分である　]` */
export function bracketLine(context: Context, path: Path): Line {
  const value = context.assessment.values[path];
  const inner =
    typeof value === 'string' && value !== ''
      ? [{ text: '　' }, ...context.runs.text(path, value), { text: '　' }]
      : [{ text: BLANK_BRACKET }];
  return line('bracket', [{ text: '[' }, ...inner, { text: ']' }]);
}

/** `（　21　）　件` */
export function countRuns(context: Context, path: Path, item: FormItem): readonly Run[] {
  const text = writtenText(context.assessment.values[path]);
  const inner =
    text === undefined
      ? plain(BLANK_COUNT)
      : [{ text: '　' }, ...context.runs.text(path, text), { text: '　' }];
  return [{ text: item.prefix ?? '' }, ...inner, { text: item.suffix ?? '' }];
}

/** ＜選択肢＞ and below it the numbered options, in as many columns as the width has room for. */
export function optionLines(choices: readonly FormOption[], width: Twips): readonly Line[] {
  const options = choices.map((option) => (option.n ? `${String(option.n)}) ` : '') + option.label);
  const columns = columnsFor(options, width, SIZE.option, options.length > 3 ? 3 : 2);
  const rows = chunks(options, columns.count).map((row) =>
    inColumns('option', row.map(plain), columns.stops),
  );
  return [printed('option', '＜選択肢＞'), ...rows];
}

/** `[○] 庁内連携システム`, two in a line; an option with brackets for text has a line of its own. */
export function checkLines(context: Context, path: Path, item: FormItem, width: Twips): readonly Line[] {
  const value = checksOf(context, path);
  const groups = groupsOfPlainOptions(printedOptions(context, item, value), value);
  const short = groups
    .filter((group) => group.length > 1)
    .map((group) => group.map((option) => lineText(line('check', checkRuns(context, path, option, value)))));
  const columns = columnsForAll(short, width, SIZE.body, 2);
  return [
    ...textInsteadOfTicks(context, path),
    ...groups.flatMap((group) =>
      group[0] && hasBraces(group[0], value)
        ? bracedLines(context, path, group[0], value)
        : chunks(group, columns.count).map((row) =>
            inColumns(
              'check',
              row.map((option) => checkRuns(context, path, option, value)),
              columns.stops,
            ),
          ),
    ),
  ];
}

/** What is in place of ticks: 【非公表】, or text that a source had there. */
function textInsteadOfTicks(context: Context, path: Path): readonly Line[] {
  const text = writtenText(context.assessment.values[path]);
  return text === undefined ? [] : splitLines('check', context.runs.text(path, text));
}

/** `[　] 委託しない` */
export function flagRuns(context: Context, path: Path, item: FormItem): readonly Run[] {
  const isTicked = context.assessment.values[path] === true;
  const text = writtenText(context.assessment.values[path]);
  const sign =
    text === undefined ? context.runs.tickSign(path, item.label, isTicked) : context.runs.text(path, text);
  return [{ text: '[' }, ...sign, { text: `] ${item.label}` }];
}

export function pictures(context: Context, path: Path): readonly PictureBlock[] {
  const value = context.assessment.values[path];
  if (typeof value !== 'object' || !('images' in value)) return [];
  return value.images.map((image) => ({ kind: 'picture', image }));
}

export function checksOf(context: Context, path: Path): Checks {
  const value = context.assessment.values[path];
  return typeof value === 'object' && 'selected' in value ? value : { selected: [], texts: {} };
}

/** Options as printed: of one slot the selected wording only; what is selected and not of the form is shown at the end. */
export function printedOptions(context: Context, item: FormItem, value: Checks): readonly FormOption[] {
  const options = (item.options ?? []).filter(
    (option) => !option.slot || isPrinted(context, item, option, value),
  );
  const known = new Set((item.options ?? []).map((option) => option.label));
  const written = [...value.selected, ...Object.keys(value.texts)];
  const unofficial = [...new Set(written)].filter((label) => !known.has(label));
  return [...options, ...unofficial.map((label) => ({ label }))];
}

function isPrinted(context: Context, item: FormItem, option: FormOption, value: Checks): boolean {
  if (value.selected.includes(option.label)) return true;
  const variants = (item.options ?? []).filter((other) => other.slot === option.slot);
  if (variants.some((other) => value.selected.includes(other.label))) return false;
  return option.label === slotWording(context.form, context.assessment.slots, option.slot ?? '', variants);
}

function slotWording(
  form: Form,
  slots: Readonly<Record<string, string>>,
  slot: string,
  variants: readonly FormOption[],
): string | undefined {
  return slots[slot] ?? form.slots[slot] ?? variants[0]?.label;
}

function checkRuns(context: Context, path: Path, option: FormOption, value: Checks): readonly Run[] {
  const isTicked = value.selected.includes(option.label);
  const sign = context.runs.tickSign(path, option.label, isTicked);
  return [{ text: '[' }, ...sign, { text: `] ${option.label}` }, ...optionCount(context, path, option)];
}

/** The number printed behind an option: 提供を行っている　（　21　） 件. */
function optionCount(context: Context, path: Path, option: FormOption): readonly Run[] {
  const counted = option.countItem ? context.sibling(path, option.countItem) : undefined;
  return counted ? [{ text: ' ' }, ...countRuns(context, counted.path, counted.item)] : [];
}

/** `[○] その他（…）`, with line breaks where its text has them. Between the brackets is exactly the text. */
function bracedLines(context: Context, path: Path, option: FormOption, value: Checks): readonly Line[] {
  const text = value.texts[option.label] ?? '';
  const inner = text === '' ? plain(BLANK_BRACES) : context.runs.text(`${path}#${option.label}`, text);
  return splitLines('check', [
    ...checkRuns(context, path, option, value),
    { text: '　（' },
    ...inner,
    { text: '）' },
  ]);
}

function hasBraces(option: FormOption, value: Checks): boolean {
  return option.withText === true || (value.texts[option.label] ?? '') !== '';
}

/** Neighbouring options without brackets together, each option with brackets alone. */
function groupsOfPlainOptions(
  options: readonly FormOption[],
  value: Checks,
): readonly (readonly FormOption[])[] {
  const groups: FormOption[][] = [];
  let open = false;
  for (const option of options) {
    const braced = hasBraces(option, value);
    if (braced || !open) groups.push([option]);
    else groups.at(-1)?.push(option);
    open = !braced;
  }
  return groups;
}
