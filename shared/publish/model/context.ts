import { siblingPath } from '../../assessment/conditions';
import type { Path } from '../../assessment/path';
import type { Assessment } from '../../assessment/types';
import { findItem } from '../../forms/lookup';
import type { Form, FormItem, ItemId } from '../../forms/types';
import type { RunSource } from './runs';

/** What every part of the builder uses. */
export interface Context {
  readonly form: Form;
  readonly assessment: Assessment;
  readonly runs: RunSource;
  /** An item in the same entries as `path`. */
  readonly sibling: (
    path: Path,
    item: ItemId,
  ) => { readonly path: Path; readonly item: FormItem } | undefined;
}

export function contextOf(form: Form, assessment: Assessment, runs: RunSource): Context {
  return { form, assessment, runs, sibling: (path, id) => siblingOf(form, path, id) };
}

function siblingOf(form: Form, path: Path, id: ItemId): { path: Path; item: FormItem } | undefined {
  const item = findItem(form, id)?.item;
  return item ? { path: siblingPath(path, id), item } : undefined;
}
