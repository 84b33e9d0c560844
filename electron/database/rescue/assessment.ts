import type { Edit } from '../../../shared/assessment/edit';
import type { EditRecord } from '../../../shared/assessment/history';
import { listOf } from '../../../shared/assessment/ordinals';
import { itemIdOf, isInsideEntry, mapInstances, type Path } from '../../../shared/assessment/path';
import type { Assessment, Entry, Value } from '../../../shared/assessment/types';
import type { Edition, FormId } from '../../../shared/forms/types';
import { FORM_IDS, formOf, hasEdition } from '../../../shared/forms/catalog';
import { findItem } from '../../../shared/forms/lookup';

/* What of an assessment follows from the rest where single rows are lost. */

/** The form that knows most of the items; undefined where no item is known. */
export function likelyForm(paths: readonly Path[]): { form: FormId; edition: Edition } | undefined {
  const ids = paths.map(itemIdOf);
  const counted = FORM_IDS.map((form) => {
    const { edition, ...rest } = formOf(form);
    return { form, edition, count: ids.filter((id) => findItem({ edition, ...rest }, id)).length };
  });
  const best = counted.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count > 0 ? { form: best.form, edition: best.edition } : undefined;
}

export function knowsItem(form: FormId, edition: Edition, path: Path): boolean {
  return hasEdition(form, edition) && findItem(formOf(form, edition), itemIdOf(path)) !== undefined;
}

/** Adds the entries that values and lists lie in and that are in no list, each last; answers how many. */
export function addMissingEntries(lists: Map<string, Entry[]>, paths: readonly Path[]): number {
  const known = new Set([...lists.values()].flat().map(({ id }) => id));
  let added = 0;
  const ensure = (id: string, prefix: string) => {
    if (!known.has(id) && /^[A-Za-z0-9_-]+$/.test(id)) {
      lists.set(listOf(prefix), [...(lists.get(listOf(prefix)) ?? []), { id }]);
      known.add(id);
      added++;
    }
    return id;
  };
  for (const path of [...lists.keys(), ...paths]) mapInstances(path, ensure);
  return added;
}

/**
 * Values that the history ends with and that are missing: for each item the value of its latest edit, if no later edit put in or
 * removed an entry around it. True only where the history is whole.
 */
export function valuesOfHistory(
  history: readonly EditRecord[],
  assessment: Assessment,
): ReadonlyMap<Path, Value> {
  const missing = new Map<Path, Value>();
  const decided = new Set<Path>(Object.keys(assessment.values));
  const replaced = new Set<string>();
  for (const edit of history.flatMap((record) => steps(record.edit)).reverse()) {
    if (edit.kind === 'header') break;
    if (edit.kind === 'insert' || edit.kind === 'remove') replaced.add(edit.entry.id);
    if (edit.kind !== 'set' || decided.has(edit.path)) continue;
    decided.add(edit.path);
    const isReplaced = [...replaced].some((id) => isInsideEntry(edit.path, id));
    if (edit.after !== undefined && !isReplaced) missing.set(edit.path, edit.after);
  }
  return missing;
}

function steps(edit: Edit): readonly Edit[] {
  return edit.kind === 'batch' ? edit.edits.flatMap(steps) : [edit];
}
