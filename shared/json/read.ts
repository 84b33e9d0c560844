import type { NewId } from '../assessment/create';
import { fromOrdinals } from '../assessment/ordinals';
import { FILES, instancesOf } from '../assessment/path';
import type { AttachedFile } from '../assessment/document';
import { setEdit } from '../assessment/edit';
import { faultOf } from '../assessment/validate';
import type { Assessment, Entry, Value } from '../assessment/types';
import { hasEdition } from '../forms/catalog';
import { fromBase64 } from './base64';
import { JSON_FORMAT, JSON_VERSION, type JsonDocument, jsonSchema, markSchema } from './format';

export type JsonReading =
  | {
      readonly ok: true;
      readonly assessment: Assessment;
      readonly pictures: readonly AttachedFile[];
      /** Values for which the form has no place: of another program, or changed by hand. */
      readonly unplaced: JsonDocument['values'];
    }
  | { readonly ok: false; readonly error: JsonError };

export type JsonError =
  /** no JSON, or JSON of another kind */
  | { readonly kind: 'notOurs' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'unknownEdition'; readonly edition: string }
  /** ours, but cut off or changed: not of the shape, or a value or list without its entry */
  | { readonly kind: 'damaged' };

/** The document that `writeJson` wrote, with new ids of entries. */
export function readJson(text: string, newId: NewId): JsonReading {
  const parsed = parse(text);
  if (parsed === undefined) return refused(claimsToBeOurs(text) ? 'damaged' : 'notOurs');
  const mark = markSchema.safeParse(parsed);
  if (!mark.success) return refused('notOurs');
  const { version } = mark.data;
  if (version > JSON_VERSION) return { ok: false, error: { kind: 'newer', version } };
  const document = jsonSchema.safeParse(parsed);
  if (!document.success) return DAMAGED;
  const { form, edition } = document.data;
  if (!hasEdition(form, edition)) return { ok: false, error: { kind: 'unknownEdition', edition } };
  return rebuild(document.data, newId);
}

function refused(kind: 'notOurs' | 'damaged'): JsonReading {
  return { ok: false, error: { kind } };
}

const DAMAGED = refused('damaged');

/** The mark is in the first lines: a file that was cut off after them is still recognised as ours. */
function claimsToBeOurs(text: string): boolean {
  return text.slice(0, 200).includes(JSON.stringify(JSON_FORMAT));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function rebuild(document: JsonDocument, newId: NewId): JsonReading {
  const { form, edition, slots } = document;
  const lists = rebuildLists(document, newId);
  const pictures = picturesOf(document);
  if (!lists || !pictures) return DAMAGED;
  const frame: Assessment = { form, edition, slots, values: {}, lists };
  const values: Record<string, Value> = {};
  const unplaced: JsonDocument['values'] = [];
  for (const entry of document.values) {
    const path = fromOrdinals(frame, entry.path);
    if (path === undefined) return DAMAGED;
    const fault = faultOf(frame, setEdit(path, undefined, entry.value));
    if (fault || values[path] !== undefined) unplaced.push(entry);
    else values[path] = entry.value;
  }
  return { ok: true, assessment: { ...frame, values }, pictures, unplaced };
}

/** Undefined where the bytes of a picture cannot be read. */
function picturesOf(document: JsonDocument): readonly AttachedFile[] | undefined {
  const files: AttachedFile[] = [];
  for (const { data, ...rest } of document.pictures ?? []) {
    const bytes = fromBase64(data);
    if (!bytes) return undefined;
    files.push({ ...rest, bytes });
  }
  return files;
}

/** Outer lists first: the path of an inner one names entries of an outer one. */
function rebuildLists({ form, edition, lists }: JsonDocument, newId: NewId): Assessment['lists'] | undefined {
  const result: Record<string, readonly Entry[]> = {};
  const outerFirst = Object.keys(lists).sort((a, b) => depth(a) - depth(b));
  for (const list of outerFirst) {
    const path = fromOrdinals({ form, edition, slots: {}, values: {}, lists: result }, list);
    if (path === undefined) return undefined;
    result[path] = entriesFrom(lists[list] ?? [], newId);
  }
  return result;
}

function depth(list: string): number {
  return list === FILES ? -1 : instancesOf(list).length;
}

function entriesFrom(ordinals: readonly number[], newId: NewId): readonly Entry[] {
  return ordinals.map((number, at) =>
    number === (ordinals[at - 1] ?? 0) + 1 ? { id: newId() } : { id: newId(), number },
  );
}
