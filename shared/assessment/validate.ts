import { FORM_IDS, formOf, hasEdition } from '../forms/catalog';
import { findItem, isLeaf, isList, listsAround } from '../forms/lookup';
import type { Form, FormItem } from '../forms/types';
import { applyEdit, contentOf, entriesOf, type Content, type Edit } from './edit';
import { sameValue } from './values';
import { listOf } from './ordinals';
import { ATTACHMENTS, FILES, instancesOf, itemIdOf, isInsideEntry, type ListPath, type Path } from './path';
import type { Assessment, Entry, Value } from './types';
import { fitsAttachment, fitsItem } from './fitsItem';

/**
 * Why an edit cannot be made here. `stale`: it was made on another state of the document; the others are
 * mistakes of the program that made it.
 */
export type EditFault =
  | { readonly kind: 'stale'; readonly path: Path }
  | { readonly kind: 'unknownPath'; readonly path: Path }
  | { readonly kind: 'wrongValue'; readonly path: Path }
  | { readonly kind: 'wrongEntry'; readonly path: Path }
  | { readonly kind: 'unknownForm'; readonly path: Path };

/** Checks an edit against the form and the present state; undefined where it can be applied and undone. */
export function faultOf(assessment: Assessment, edit: Edit): EditFault | undefined {
  switch (edit.kind) {
    case 'set':
      return setFault(assessment, edit.path, edit.before, edit.after);
    case 'insert':
      return insertFault(assessment, edit);
    case 'remove':
      return removeFault(assessment, edit);
    case 'move':
      return moveFault(assessment, edit);
    case 'renumber':
      return renumberFault(assessment, edit);
    case 'header':
      return headerFault(assessment, edit);
    case 'batch':
      return batchFault(assessment, edit.edits);
  }
}

/** Whether the document has this path: an item of the form that holds a value, in entries that are there. */
export function hasPath(assessment: Assessment, path: Path): boolean {
  if (path.startsWith(`${ATTACHMENTS}[`))
    return attachmentPart(path) !== undefined && hasEntries(assessment, path);
  const placed = findItem(formOfAssessment(assessment), itemIdOf(path));
  if (!placed || !isLeaf(placed.item)) return false;
  const depth = listsAround(placed).length + (placed.section.repeat === 'file' ? 1 : 0);
  return instancesOf(path).length === depth && hasEntries(assessment, path);
}

/** Whether the document can have this list. */
export function hasList(assessment: Assessment, list: ListPath): boolean {
  if (list === ATTACHMENTS) return true;
  const form = formOfAssessment(assessment);
  if (list === FILES) return form.sections.some((section) => section.repeat === 'file');
  const placed = findItem(form, itemIdOf(list));
  if (!placed || !isList(placed.item)) return false;
  const depth = listsAround(placed).length - 1 + (placed.section.repeat === 'file' ? 1 : 0);
  return instancesOf(list).length === depth && hasEntries(assessment, list);
}

function formOfAssessment(assessment: Assessment): Form {
  return formOf(assessment.form, assessment.edition);
}

function hasEntries(assessment: Assessment, path: Path): boolean {
  return [...path.matchAll(/\[([^\]]*)\]/g)].every((match) =>
    entriesOf(assessment, listOf(path.slice(0, match.index))).some((entry) => entry.id === match[1]),
  );
}

function attachmentPart(path: Path): 'title' | 'rows' | undefined {
  const part = /^attachments\[[^\]]*\]\.(title|rows)$/.exec(path)?.[1];
  return part === 'title' || part === 'rows' ? part : undefined;
}

function setFault(
  assessment: Assessment,
  path: Path,
  before: Value | undefined,
  after: Value | undefined,
): EditFault | undefined {
  if (!hasPath(assessment, path)) return { kind: 'unknownPath', path };
  if (!sameValue(assessment.values[path], before)) return { kind: 'stale', path };
  return after === undefined || fits(assessment, path, after) ? undefined : { kind: 'wrongValue', path };
}

function fits(assessment: Assessment, path: Path, value: Value): boolean {
  const part = attachmentPart(path);
  if (part) return fitsAttachment(part, value);
  const item = findItem(formOfAssessment(assessment), itemIdOf(path))?.item;
  return item !== undefined && fitsItem(item satisfies FormItem, value);
}

type EntryEdit = Extract<Edit, { kind: 'insert' | 'remove' }>;

function insertFault(assessment: Assessment, edit: EntryEdit): EditFault | undefined {
  const { list, at, entry } = edit;
  if (!hasList(assessment, list)) return { kind: 'unknownPath', path: list };
  if (at < 0 || at > entriesOf(assessment, list).length) return { kind: 'stale', path: list };
  if (!areNew(assessment, [entry, ...Object.values(edit.content.lists).flat()]))
    return { kind: 'wrongEntry', path: list };
  return contentFault(applyEdit(assessment, edit), entry, edit.content);
}

/** Ids are unique in the whole document and safe inside a path. */
function areNew(assessment: Assessment, entries: readonly Entry[]): boolean {
  const ids = entries.map(({ id }) => id);
  const taken = new Set(
    Object.values(assessment.lists)
      .flat()
      .map(({ id }) => id),
  );
  return new Set(ids).size === ids.length && ids.every((id) => /^[A-Za-z0-9_-]+$/.test(id) && !taken.has(id));
}

function contentFault(after: Assessment, entry: Entry, content: Content): EditFault | undefined {
  const list = Object.keys(content.lists).find(
    (path) => !isInsideEntry(path, entry.id) || !hasList(after, path),
  );
  if (list !== undefined) return { kind: 'unknownPath', path: list };
  const [path] =
    Object.entries(content.values).find(
      ([at, value]) => !isInsideEntry(at, entry.id) || !fitsAt(after, at, value),
    ) ?? [];
  return path === undefined ? undefined : { kind: 'wrongValue', path };
}

function fitsAt(assessment: Assessment, path: Path, value: Value): boolean {
  return hasPath(assessment, path) && fits(assessment, path, value);
}

function removeFault(assessment: Assessment, { list, at, entry, content }: EntryEdit): EditFault | undefined {
  const present = entriesOf(assessment, list)[at];
  if (!present || !sameEntry(present, entry)) return { kind: 'stale', path: list };
  return sameContent(contentOf(assessment, entry.id), content) ? undefined : { kind: 'stale', path: list };
}

function moveFault(
  assessment: Assessment,
  { list, from, to }: Extract<Edit, { kind: 'move' }>,
): EditFault | undefined {
  const { length } = entriesOf(assessment, list);
  const isPosition = (at: number) => Number.isInteger(at) && at >= 0 && at < length;
  return isPosition(from) && isPosition(to) ? undefined : { kind: 'stale', path: list };
}

function renumberFault(
  assessment: Assessment,
  { list, before, after }: Extract<Edit, { kind: 'renumber' }>,
): EditFault | undefined {
  const present = entriesOf(assessment, list);
  if (present.length !== before.length || !present.every((entry, at) => sameEntry(entry, before[at])))
    return { kind: 'stale', path: list };
  const same = after.length === present.length && after.every((entry, at) => entry.id === present[at]?.id);
  return same ? undefined : { kind: 'wrongEntry', path: list };
}

function headerFault(
  assessment: Assessment,
  { before, after }: Extract<Edit, { kind: 'header' }>,
): EditFault | undefined {
  const { form, edition, slots } = assessment;
  const same = form === before.form && edition === before.edition && sameRecord(slots, before.slots);
  if (!same) return { kind: 'stale', path: '' };
  const known = FORM_IDS.includes(after.form) && hasEdition(after.form, after.edition);
  return known ? undefined : { kind: 'unknownForm', path: '' };
}

function batchFault(assessment: Assessment, edits: readonly Edit[]): EditFault | undefined {
  let state = assessment;
  for (const edit of edits) {
    const fault = faultOf(state, edit);
    if (fault) return fault;
    state = applyEdit(state, edit);
  }
  return undefined;
}

function sameEntry(a: Entry, b: Entry | undefined): boolean {
  return a.id === b?.id && a.number === b.number;
}

function sameContent(a: Content, b: Content): boolean {
  return sameRecord(a.values, b.values) && sameRecord(a.lists, b.lists);
}

function sameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  );
}
