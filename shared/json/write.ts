import { entriesOf, ordinalsOf } from '../assessment/edit';
import { toOrdinals } from '../assessment/ordinals';
import { ATTACHMENTS } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { leavesOf, outline } from '../assessment/walk';
import { formOf } from '../forms/catalog';
import { labelPath } from '../forms/label';
import type { Form } from '../forms/types';
import type { PictureBytes } from '../assessment/pictures';
import { toBase64 } from './base64';
import { JSON_FORMAT, JSON_VERSION, type JsonDocument } from './format';

export interface JsonOptions {
  readonly pictures?: PictureBytes;
}

/** The whole document as JSON, every value exact: reading it gives the same assessment but for the ids of entries. */
export function writeJson(assessment: Assessment, options: JsonOptions = {}): string {
  const form = formOf(assessment.form, assessment.edition);
  const pictures = picturesOf(assessment, options);
  const document: JsonDocument = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    form: assessment.form,
    edition: assessment.edition,
    slots: { ...assessment.slots },
    lists: listsOf(assessment),
    values: pathsOf(form, assessment).flatMap((path) => valueOf(form, assessment, path)),
    ...(pictures.length > 0 ? { pictures } : {}),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function listsOf(assessment: Assessment): JsonDocument['lists'] {
  const lists = Object.keys(assessment.lists).map((list): [string, number[]] => {
    return [toOrdinals(assessment, list), [...ordinalsOf(entriesOf(assessment, list))]];
  });
  return Object.fromEntries(lists);
}

/** Official order, then 別紙, then whatever this edition of the form has no place for. */
function pathsOf(form: Form, assessment: Assessment): readonly string[] {
  const official = leavesOf(outline(form, assessment)).map((leaf) => leaf.path);
  const annexed = entriesOf(assessment, ATTACHMENTS).flatMap(({ id }) =>
    ['title', 'rows'].map((name) => `${ATTACHMENTS}[${id}].${name}`),
  );
  const all = new Set([...official, ...annexed, ...Object.keys(assessment.values)]);
  return [...all];
}

function valueOf(form: Form, assessment: Assessment, path: string): JsonDocument['values'] {
  const ordinal = toOrdinals(assessment, path);
  const label = labelPath(form, ordinal);
  const value = assessment.values[path];
  return value === undefined ? [] : [{ path: ordinal, ...(label === undefined ? {} : { label }), value }];
}

function picturesOf(assessment: Assessment, options: JsonOptions): NonNullable<JsonDocument['pictures']> {
  const images = Object.values(assessment.values).flatMap((value) =>
    typeof value === 'object' && 'images' in value ? value.images : [],
  );
  const distinct = new Map(images.map((image) => [image.hash, image]));
  return [...distinct.values()].flatMap(({ hash, mime, name, ...rest }) => {
    const bytes = options.pictures?.({ hash, mime, name, ...rest });
    return bytes ? [{ hash, mime, name, data: toBase64(bytes) }] : [];
  });
}
