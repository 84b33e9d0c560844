import type { Path } from '../../../shared/assessment/path';
import { leavesOf, outline } from '../../../shared/assessment/walk';
import { formOf } from '../../../shared/forms/catalog';
import { changeTableOf } from '../../../shared/forms/changeTable';
import { useDocument } from '../../state/document';
import { useOverview } from '../../state/findings';
import { setFocusedItem, focusItem, useFocus } from '../../state/focus';

/** Goes to the next (1) or previous (-1) item that differs from last year's, in the order of the paper; round at the ends. */
export function stepChange(step: 1 | -1): void {
  const places = placesOfChanges();
  if (places.length === 0) return;
  const to = places[nextAt(places, useFocus.getState().path, step)];
  if (to === undefined) return;
  setFocusedItem(to);
  focusItem(to);
}

function nextAt(places: readonly Path[], from: Path | undefined, step: 1 | -1): number {
  const at = from === undefined ? -1 : places.indexOf(from);
  if (at >= 0) return (at + step + places.length) % places.length;
  return step > 0 ? 0 : places.length - 1;
}

/** Changed items that the form shows; rows of 変更箇所 tell of changes and are none. */
function placesOfChanges(): readonly Path[] {
  const { assessment } = useDocument.getState();
  if (!assessment) return [];
  const form = formOf(assessment.form, assessment.edition);
  const changed = new Set(useOverview.getState().changed);
  const table = changeTableOf(form);
  return leavesOf(outline(form, assessment))
    .filter(({ path, item }) => changed.has(path) && !item.fixed && !path.startsWith(`${table}[`))
    .map(({ path }) => path);
}
