import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AttachedFile } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { SOURCE_ERRORS } from '../../shared/commands/intake';
import type { FormId } from '../../shared/forms/types';
import type { SourceDocument } from '../../shared/intake/blocks';
import { intake } from '../../shared/intake/intake';
import { readSource } from '../../shared/intake/readers/read';
import { LIMITS, type Progress } from '../../shared/intake/readers/reading';
import type { Recognition } from '../../shared/intake/result';
import { fileFailure } from '../files/faults';
import { sizeOfFile } from '../files/regular';
import { realFileSystem } from '../machine/realFileSystem';
import { resourcePath } from '../resources';
import { newId } from '../machine/newId';

/** What reading a source gives: the recognition, and the file itself to travel with the document. */
export interface SourceRead {
  readonly recognition: Recognition;
  readonly original: AttachedFile;
}

export interface ReadOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
  /** The form that the source is read as, whatever it looks like. */
  readonly form?: FormId;
}

/** Reads any file but our own in SQLite. Throws a `Failure` that says why it cannot be read and what to do. */
export async function readSourceFile(path: string, options: ReadOptions = {}): Promise<SourceRead> {
  const name = basename(path);
  const bytes = await bytesOf(path);
  const context = { ...options, ...READING, newId };
  const read = await intake(bytes, name, context);
  if (!read.ok) throw new Failure(SOURCE_ERRORS[read.error.code], { name, ...read.error.params });
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { recognition: read.recognition, original: { hash, mime: 'application/octet-stream', name, bytes } };
}

/** The text of any file as its reader sees it, before any recognition. Throws a `Failure` for what cannot be read. */
export async function readSourceText(path: string): Promise<SourceDocument> {
  const name = basename(path);
  const read = await readSource(await bytesOf(path), name, READING);
  if (!read.ok) throw new Failure(SOURCE_ERRORS[read.error.code], { name, ...read.error.params });
  return read.document;
}

/** The size is looked at before the bytes are. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const size = await sizeOfFile(realFileSystem, path, 'sourceUnknown');
    if (size > LIMITS.fileBytes) throw tooLarge(path, size);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw fileFailure(error, path);
  }
}

const MEGABYTE = 1024 * 1024;

function tooLarge(path: string, size: number): Failure {
  const megabytes = Math.ceil(size / MEGABYTE);
  return new Failure('sourceTooLarge', {
    name: basename(path),
    megabytes,
    limit: LIMITS.fileBytes / MEGABYTE,
  });
}

const READING = { limits: LIMITS, pdf: { load: pdfPart } };

/** Character maps, fonts and decoders of pdf.js. */
async function pdfPart(folder: string, file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(resourcePath('vendor', 'pdfjs', folder, file)));
}

const SQLITE = Buffer.from('SQLite format 3\0');

/**
 * Whether this is a `.hyoka` file: by its name, so that a damaged one is told as such, or by its first bytes. A file
 * that cannot be opened is none.
 */
export async function isHyokaFile(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.hyoka')) return true;
  try {
    await sizeOfFile(realFileSystem, path, 'sourceUnknown');
    return (await firstBytes(path)).equals(SQLITE);
  } catch {
    return false;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0)).buffer;
  } finally {
    await file.close();
  }
}
