import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { importedDocument } from '../../shared/assessment/imported';
import { Failure } from '../../shared/commands/failure';
import { LIMITS } from '../../shared/intake/readers/reading';
import { readSource } from '../../shared/intake/readers/read';
import { recognise } from '../../shared/intake/recognise/recognise';
import type { Recognition } from '../../shared/intake/result';
import { createHash } from 'node:crypto';
import { sqlite } from '../database/format';
import { loadDocument } from '../documents/file';
import { resourcePath } from '../resources';
import { fileFailure } from '../files/faults';
import { newId } from './output';

/** A file given on the command line: one of ours, exact, or any other as recognised. */
export type Source =
  | { readonly kind: 'document'; readonly document: HyokaDocument }
  | { readonly kind: 'recognised'; readonly recognition: Recognition; readonly bytes: Uint8Array };

/** Reads anything that `import` reads. Throws a `Failure`. */
export async function readAny(path: string): Promise<Source> {
  if (await isDocument(path))
    return { kind: 'document', document: (await loadDocument(await sqlite(), resolve(path))).document };
  const bytes = await bytesOf(path);
  const reading = await readSource(bytes, basename(path), { limits: LIMITS, pdf: { load: pdfPart } });
  if (!reading.ok) throw new Failure('sourceRefused', { name: basename(path), why: reading.error.code });
  return { kind: 'recognised', recognition: recognise(reading.document), bytes };
}

const pdfPart = async (folder: string, file: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(resourcePath('vendor', 'pdfjs', folder, file)));

/** The document of any file: ours as it is, others as their import makes it. */
export function documentFrom(source: Source, path: string, now: number): HyokaDocument {
  if (source.kind === 'document') return source.document;
  const { bytes, recognition } = source;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const original = { hash, mime: 'application/octet-stream', name: basename(path), bytes };
  return importedDocument(recognition, { newId, documentId: newId(), at: now, original });
}

/** By its first bytes or its name: a damaged file of ours must be told as such, not as an unknown text. */
async function isDocument(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.hyoka')) return true;
  const start = (await bytesOf(path)).subarray(0, SQLITE.length);
  return Buffer.compare(start, SQLITE) === 0;
}

const SQLITE = Buffer.from('SQLite format 3\0');

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LIMITS.fileBytes) throw new Failure('fileTooLarge', { name: basename(path) });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw fileFailure(error, resolve(path));
  }
}
