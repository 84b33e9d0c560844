import type { Path } from '../assessment/path';
import type { Round } from '../assessment/round';
import type { Assessment } from '../assessment/types';
import { formOf } from '../forms/catalog';
import { compare } from './compare';
import { summariseDecisions } from './material/decide';
import { planRound } from './rows/planRound';
import type { Difference } from './types';

/**
 * Where the ※ items are that changed since an edition and whose change nobody has decided: neither in the round of this
 * edition nor in a row of 変更箇所.
 */
export function undecidedChanges(
  before: Assessment,
  after: Assessment,
  round: Pick<Round, 'decisions'> | undefined,
): readonly Path[] {
  const comparison = compare(before, after);
  const form = formOf(after.form, after.edition);
  const { decisions } = planRound(comparison, round?.decisions);
  const { undecided } = summariseDecisions(form, comparison, decisions);
  const open = new Set(undecided);
  return comparison.differences.filter(({ key }) => open.has(key)).map(placeOf);
}

function placeOf(difference: Difference): Path {
  switch (difference.kind) {
    case 'changed':
      return difference.newPath;
    case 'added':
      return `${difference.list}[${difference.entry.id}]`;
    case 'removed':
      return difference.list;
    case 'moved':
      return difference.newList;
    case 'header':
      return '';
  }
}
