import { findItem } from '../forms/lookup';
import type { Condition, Form, ItemId } from '../forms/types';
import { itemIdOf, type Path } from './path';
import type { Assessment, Value } from './types';

/** Whether a condition holds: `unknown` where the item it asks for is blank or only a person can tell. */
export type Holds = 'yes' | 'no' | 'unknown';

/** Whether the item at `path` applies, by its own condition and those of the parts around it. The first `no` is named. */
export function applies(
  form: Form,
  assessment: Assessment,
  path: Path,
): { readonly holds: Holds; readonly because?: Condition } {
  const placed = findItem(form, itemIdOf(path));
  const conditions = placed
    ? [...placed.parents, placed.item].flatMap((item) => (item.visible ? [item.visible] : []))
    : [];
  const states = conditions.map((because) => ({ because, holds: holds(assessment, because, path) }));
  return (
    states.find((state) => state.holds === 'no') ??
    states.find((state) => state.holds === 'unknown') ?? { holds: 'yes' }
  );
}

/** The value of a condition seen from `path`: the item it names is looked up in the same entries. */
export function holds(assessment: Assessment, condition: Condition, path: Path): Holds {
  if ('note' in condition) return 'unknown';
  const value = assessment.values[siblingPath(path, condition.item)];
  if ('is' in condition && condition.is === false) return value === true ? 'no' : 'yes';
  if (value === undefined) return 'unknown';
  return matches(condition, value) ? 'yes' : 'no';
}

/**
 * The path of `item` in the entries that `path` lies in:
 * (`II[a].4.items[b].re.m5`, `II.4.items.re.m4`) → `II[a].4.items[b].re.m4`.
 */
export function siblingPath(path: Path, item: ItemId): Path {
  let shared = '';
  for (const piece of path.split(/(?<=\])/)) {
    const bracket = piece.indexOf('[');
    if (bracket < 0) break;
    const prefix = itemIdOf(shared + piece);
    if (item !== prefix && !item.startsWith(`${prefix}.`)) break;
    shared += piece;
  }
  return shared + item.slice(itemIdOf(shared).length);
}

function matches(condition: Exclude<Condition, { note: string }>, value: Value): boolean {
  if ('is' in condition) return value === condition.is;
  if ('isNot' in condition) return value !== condition.isNot;
  return typeof value === 'object' && 'selected' in value && value.selected.includes(condition.includes);
}
