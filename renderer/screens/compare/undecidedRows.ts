import type { RowState } from '../../../shared/compare/rows/table';
import { focusChange } from './focusChange';
import { setViewState } from './state';
import { needsDecision, type Compared } from './useComparison';

/** The key of a row, whether it is in the table already or not. */
export function keyOf(state: RowState): string {
  return 'row' in state ? state.row.key : state.existing.entryId;
}

/**
 * Keys of the rows whose change of a ※ item nobody has decided, or decided without saying why: 提出時期 or 説明 is blank for
 * that reason. A row that a person completed in the table is none.
 */
export function undecidedRows(compared: Compared): ReadonlySet<string> {
  const isOpen = needsDecision(compared);
  return new Set(
    compared.states.flatMap((state) =>
      'row' in state && isOpen(state.row.difference) && !isComplete(state) ? [keyOf(state)] : [],
    ),
  );
}

function isComplete(state: RowState): boolean {
  return 'existing' in state && state.existing.cells.timing !== '' && state.existing.cells.reason !== '';
}

/** Keys of the changes that wait for a decision or its reason, in the order of the form. */
export function openChanges(compared: Compared): readonly string[] {
  const isOpen = needsDecision(compared);
  return compared.views.flatMap(({ key }) => (isOpen(key) ? [key] : []));
}

/** Shows the changes that need a decision, the first of them chosen. */
export function showUndecided(compared: Compared): void {
  setViewState({ filter: 'undecided', section: undefined });
  focusChange(openChanges(compared)[0]);
}
