import type { RowState } from '../../../shared/compare/rows/table';
import { showChange } from './showChange';
import { look } from './state';
import type { Compared } from './useComparison';

/** The key of a row, whether it stands in the table or not. */
export function keyOf(state: RowState): string {
  return 'row' in state ? state.row.key : state.standing.entryId;
}

/** Keys of the rows whose change of a ※ item nobody has decided: 提出時期 and 説明 are blank for that reason. */
export function undecidedRows({ states, sum }: Pick<Compared, 'states' | 'sum'>): ReadonlySet<string> {
  const undecided = new Set(sum.undecided);
  return new Set(
    states.flatMap((state) => ('row' in state && undecided.has(state.row.difference) ? [keyOf(state)] : [])),
  );
}

/** Shows the changes that need a decision, the first of them chosen. */
export function showUndecided({ sum }: Pick<Compared, 'sum'>): void {
  look({ filter: 'undecided', section: undefined });
  showChange(sum.undecided[0]);
}
