import type { RowOptions } from '../../shared/compare/rows/planRound';
import { SEPARATORS } from '../../shared/commands/preferences';
import { CSV_ENCODINGS, type CsvEncoding } from '../../shared/publish/formats';
import type { OptionName } from './options';
import { WrongUsage, type VerbInput } from './verb';

/** What the comparison screen and the settings offer for the rows of 変更箇所, as options. */
export const ROW_OPTIONS = ['separator', 'per-item', 'per-entry'] as const satisfies readonly OptionName[];

const PER_ITEM = ['one', 'each'] as const satisfies readonly RowOptions['perItem'][];
const PER_ENTRY = ['items', 'entry'] as const satisfies readonly RowOptions['perEntry'][];

/** The habits that were asked for; those of the document, else the usual ones, where nothing was. Throws `WrongUsage`. */
export function rowOptionsIn(text: VerbInput['text']): RowOptions {
  const perItem = oneOf(PER_ITEM, text('per-item'));
  const perEntry = oneOf(PER_ENTRY, text('per-entry'));
  const separator = separatorOf(text('separator'));
  return {
    ...(perItem ? { perItem } : {}),
    ...(perEntry ? { perEntry } : {}),
    ...(separator === undefined ? {} : { separator }),
  };
}

/** Undefined where none was asked for. Throws `WrongUsage` for one that is not known. */
export function csvEncoding(text: VerbInput['text']): CsvEncoding | undefined {
  return oneOf(CSV_ENCODINGS, text('encoding'));
}

/** By its name in the settings, or the characters themselves. */
function separatorOf(given: string | undefined): string | undefined {
  const named = Object.entries(SEPARATORS).find(([name]) => name === given)?.[1];
  if (given !== undefined && named === undefined && (given === '' || given.length > MAX_SEPARATOR_LENGTH))
    throw new WrongUsage();
  return named ?? given;
}

const MAX_SEPARATOR_LENGTH = 3;

function oneOf<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  const value = values.find((known) => known === given);
  if (given !== undefined && value === undefined) throw new WrongUsage();
  return value;
}
