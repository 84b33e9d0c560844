import { findItem, indexOf } from '../forms/lookup';
import type { Form, FormItem, FormOption } from '../forms/types';
import { applyEdit, setEdit, type Edit } from './edit';
import type { Path } from './path';
import type { Assessment, Value } from './types';

/*
 * 再掲: an item that answers once more what another item answers; a choice of the form names which one. No 再掲 item
 * lies in a list, so that its path is its id.
 */

/**
 * The options that an item has now: of a 再掲 item those of the item that is named, of the first that can be named while
 * none is; of any other item its own. The result is part of the form data and stays the same object.
 */
export function optionsNow(form: Form, values: Assessment['values'], item: FormItem): readonly FormOption[] {
  if (item.restates === undefined) return item.options ?? [];
  const named = namedItem(form, values, item) ?? firstNamed(form, item);
  return named?.options ?? item.options ?? [];
}

/** The answer of a choice where it is none of the options that the item has now. It is kept and must be looked at. */
export function answerOutsideOptions(
  form: Form,
  values: Assessment['values'],
  item: FormItem,
  path: Path,
): string | undefined {
  const value = values[path];
  if (item.type !== 'choice' || typeof value !== 'string') return undefined;
  return optionsNow(form, values, item).some(({ label }) => label === value) ? undefined : value;
}

/**
 * The edit with what it means for 再掲 items: an answer that repeats the named item continues to repeat it, a blank one
 * begins to. An answer that differs was given on purpose and is kept.
 */
export function withRestatements(form: Form, assessment: Assessment, edit: Edit): Edit {
  const items = restatingItems(form);
  if (items.length === 0) return edit;
  const after = applyEdit(assessment, edit);
  const edits = items.flatMap((item) => restatementEdits(form, assessment.values, after.values, item));
  return edits.length === 0 ? edit : { kind: 'batch', edits: [edit, ...edits] };
}

function restatementEdits(
  form: Form,
  before: Assessment['values'],
  after: Assessment['values'],
  item: FormItem,
): readonly Edit[] {
  const [previous, now] = [namedAnswer(form, before, item), namedAnswer(form, after, item)];
  const written = after[item.id];
  if (previous === now || written === now) return [];
  return written === undefined || written === previous ? [setEdit(item.id, written, now)] : [];
}

function restatingItems(form: Form): readonly FormItem[] {
  return indexOf(form).all.flatMap(({ item }) => (item.restates === undefined ? [] : [item]));
}

function namedAnswer(form: Form, values: Assessment['values'], item: FormItem): Value | undefined {
  const named = namedItem(form, values, item);
  return named && values[named.id];
}

/** The item that the chosen option names; undefined where nothing, or nothing of this form, is chosen. */
function namedItem(form: Form, values: Assessment['values'], item: FormItem): FormItem | undefined {
  const chosen = optionsOfChoice(form, item).find(({ label }) => label === values[item.restates ?? '']);
  return findItem(form, chosen?.names ?? '')?.item;
}

function firstNamed(form: Form, item: FormItem): FormItem | undefined {
  return findItem(form, optionsOfChoice(form, item)[0]?.names ?? '')?.item;
}

function optionsOfChoice(form: Form, item: FormItem): readonly FormOption[] {
  return findItem(form, item.restates ?? '')?.item.options ?? [];
}
