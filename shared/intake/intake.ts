import { itemsOf } from '../assessment/items';
import type { NewId } from '../assessment/create';
import type { AttachedFile } from '../assessment/document';
import type { Assessment, Value } from '../assessment/types';
import { JSON_VERSION } from '../json/format';
import { type JsonError, type JsonReading, readJson } from '../json/read';
import { decodeText } from './readers/encoding';
import { readSource } from './readers/read';
import type { ReadContext, ReadError } from './readers/reading';
import { sniff } from './readers/sniff';
import type { FormId } from '../forms/types';
import { itemsShown, looksLikeAssessment } from './likeness';
import { recognise } from './recognise/recognise';
import type { FoundImage, Recognition, RecognisedItem } from './result';

export type Intake =
  | { readonly ok: true; readonly recognition: Recognition }
  | { readonly ok: false; readonly error: ReadError };

export interface IntakeContext extends ReadContext {
  readonly newId: NewId;
  /** The form that the source is read as, whatever it looks like. */
  readonly form?: FormId;
}

/**
 * Any file that is not one of ours in SQLite, as an assessment: told apart by its bytes, read into blocks, recognised.
 * Our own JSON gives the document itself, exact. Never throws.
 */
export async function intake(bytes: Uint8Array, name: string, context: IntakeContext): Promise<Intake> {
  const sniffed = sniff(bytes, name);
  const own =
    sniffed.kind === 'format' && sniffed.format === 'json' ? ownJson(bytes, name, context.newId) : undefined;
  if (own) return own;
  const reading = await readSource(bytes, name, context);
  if (!reading.ok) return reading;
  const recognition = recognise(reading.document, context.form);
  if (context.form === undefined && !looksLikeAssessment(recognition))
    return { ok: false, error: { code: 'notAssessment', params: { found: itemsShown(recognition) } } };
  return { ok: true, recognition };
}

/** Undefined for JSON of another kind. */
function ownJson(bytes: Uint8Array, name: string, newId: NewId): Intake | undefined {
  const read = readJson(decodeText(bytes).text, newId);
  if (read.ok) return { ok: true, recognition: exactRecognition(read, name) };
  const error = refusalOf(read.error);
  return error && { ok: false, error };
}

/** Why a JSON of ours cannot be read. */
function refusalOf(error: JsonError): ReadError | undefined {
  switch (error.kind) {
    case 'notOurs':
      return undefined;
    case 'newer':
      return { code: 'newerJson', params: { version: error.version, known: JSON_VERSION } };
    case 'unknownEdition':
      return { code: 'unknownEdition', params: { edition: error.edition } };
    case 'damaged':
      return { code: 'damagedJson' };
  }
}

function exactRecognition(
  { assessment, pictures, unplaced }: Extract<JsonReading, { ok: true }>,
  name: string,
): Recognition {
  const items = itemsOf(assessment).map(({ path, value }): RecognisedItem => ({
    path,
    status: 'filled',
    value,
  }));
  return {
    source: { name, format: 'json' },
    form: assessment.form,
    edition: assessment.edition,
    items,
    leftover: unplaced.map(({ path, value }) => ({ where: {}, text: `${path}\n${wordsOf(value)}` })),
    blocks: [],
    images: imagesOf(assessment, pictures),
    notices: [],
    assessment,
  };
}

function wordsOf(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Pictures with the size and words that the document gives them. */
function imagesOf(assessment: Assessment, pictures: readonly AttachedFile[]): readonly FoundImage[] {
  const refs = Object.values(assessment.values).flatMap((value) =>
    typeof value === 'object' && 'images' in value ? value.images : [],
  );
  return pictures.flatMap(({ hash, bytes }) => {
    const ref = refs.find((known) => known.hash === hash);
    return ref ? [{ ref, bytes }] : [];
  });
}
