import type { ReviewMark } from '../assessment/document';
import type { Checks, Value } from '../assessment/types';

/**
 * What an import could not tell about one option of a row of boxes. `unknown`: whether it is ticked; `inferred`: it is
 * taken as ticked because of what stands in its brackets or of how its box looks.
 */
export type OptionDoubt = 'unknown' | 'inferred';

interface Doubts {
  /** Of an option that the import took as ticked. */
  readonly ticked?: OptionDoubt;
  /** Of any other option, or only of those with a text in their brackets. */
  readonly open: 'every' | 'withText';
}

/** By the reason of the mark. Reasons that doubt something else about the boxes are not here. */
const DOUBTS: Readonly<Record<string, Doubts>> = {
  ticksLost: { ticked: 'inferred', open: 'every' },
  ticksUnclear: { ticked: 'inferred', open: 'every' },
  scrambledTicks: { open: 'every' },
  checksUnread: { open: 'every' },
  textWithoutTick: { open: 'withText' },
};

/** The doubt about an option, by its label; none where a person has ticked or cleared it since the import. */
export function optionDoubt(
  { reason, recognised }: Pick<ReviewMark, 'reason' | 'recognised'>,
  now: Checks,
  label: string,
): OptionDoubt | undefined {
  const doubts = DOUBTS[reason.code];
  const read = isChecks(recognised) ? recognised : NONE;
  const ticked = read.selected.includes(label);
  if (!doubts || ticked !== now.selected.includes(label)) return undefined;
  if (ticked) return doubts.ticked;
  return doubts.open === 'every' || (read.texts[label] ?? '') !== '' ? 'unknown' : undefined;
}

const NONE: Checks = { selected: [], texts: {} };

function isChecks(value: ReviewMark['recognised']): value is Checks & Value {
  return typeof value === 'object' && 'selected' in value && Array.isArray(value.selected);
}
