import { formOf } from '../forms/catalog';
import { applies } from './conditions';
import type { Path } from './path';
import type { Assessment } from './types';
import { leavesOf, outline } from './walk';

/** Every item that applies and holds an answer of a person, in the order of the paper: true where it is filled in. */
export function filledOf(assessment: Assessment): ReadonlyMap<Path, boolean> {
  const form = formOf(assessment.form, assessment.edition);
  const leaves = leavesOf(outline(form, assessment)).filter(
    ({ path, item }) => !item.fixed && item.type !== 'flag' && !path.includes('.rows['),
  );
  const applicable = leaves.filter(({ path }) => applies(form, assessment, path).holds !== 'no');
  return new Map(applicable.map(({ path }) => [path, assessment.values[path] !== undefined]));
}

/** The items of `filled` that are blank, in its order. */
export function blanksOf(filled: ReadonlyMap<Path, boolean>): readonly Path[] {
  return [...filled].filter(([, written]) => !written).map(([path]) => path);
}

/** The blank item after the one at `path`, round at the end; the first where that is none of the form. */
export function blankAfter(filled: ReadonlyMap<Path, boolean>, path: Path | undefined): Path | undefined {
  const order = [...filled.keys()];
  const at = path === undefined ? -1 : order.indexOf(path);
  const rotated = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return rotated.find((one) => filled.get(one) === false);
}
