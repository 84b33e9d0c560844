import { join } from 'node:path';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { toCommandError } from '../../../shared/commands/failure';
import type { BatchLine, PublishedFile } from '../../../shared/commands/publish';
import type { OutputFormat, Variant } from '../../../shared/publish/formats';
import { freeName, publishedName } from '../../../shared/publish/fileNames';
import { documentFiles, type FoundDocument } from '../../publish/documentFiles';
import { folderWithin } from '../../publish/within';
import { type ExposureLine, exposureLines } from '../exposures';
import { exists, ensureFolder, writeOutput } from '../output';

/** What to make of every document of a folder. */
export interface FolderExportRequest {
  readonly folder: string;
  readonly output: string;
  readonly formats: readonly OutputFormat[];
  readonly variant: Variant;
  /** Files that are there already are replaced. */
  readonly overwrite: boolean;
  /** The folders below too; their files go to folders of the same names below `output`. */
  readonly subfolders: boolean;
  readonly read: (path: string) => Promise<HyokaDocument>;
  readonly render: (format: OutputFormat, document: HyokaDocument) => Promise<RenderedFile>;
}

export interface RenderedFile {
  readonly bytes: Uint8Array;
  /** Names of pictures that cannot be read to their end and are not in it. */
  readonly leftOut: readonly string[];
}

/** What became of one document. */
export interface FolderLine extends Omit<BatchLine, 'notes'> {
  /** Of public copies: withheld words that they still show. */
  readonly exposed?: readonly ExposureLine[];
  readonly leftOut?: readonly string[];
}

/** A line for each document, in the order of their names; a file that is there already stays as it is unless it may be replaced. */
export async function exportFolder(request: FolderExportRequest): Promise<readonly FolderLine[]> {
  const all = await documentFiles(request.folder, request);
  const output = await ensureFolder(request.output);
  const lines: FolderLine[] = [];
  const taken = new Set<string>();
  for (const found of all) lines.push(await exportOne(found, { ...request, output }, taken));
  return lines;
}

async function exportOne(
  found: FoundDocument,
  request: FolderExportRequest,
  taken: Set<string>,
): Promise<FolderLine> {
  const { path, within } = found;
  if (found.kind === 'closed') return { path, files: [], error: found.error };
  try {
    const document = await request.read(path);
    const name = publishedName(document, request.variant);
    const folder = await ensureFolder(folderWithin(request.output, within));
    const base = freeName(join(folder, name), taken);
    const files: PublishedFile[] = [];
    const leftOut = new Set<string>();
    for (const format of request.formats)
      files.push(await writeOne(`${base}.${format}`, format, document, { ...request, leftOut }));
    return { path, files, ...notesOf(document, request.variant, leftOut) };
  } catch (thrown) {
    return { path, files: [], error: toCommandError(thrown) };
  }
}

function notesOf(
  document: HyokaDocument,
  variant: Variant,
  leftOut: ReadonlySet<string>,
): Pick<FolderLine, 'exposed' | 'leftOut'> {
  return {
    ...(variant === 'public' ? { exposed: exposureLines(document, variant) } : {}),
    ...(leftOut.size > 0 ? { leftOut: [...leftOut] } : {}),
  };
}

interface Writing extends Pick<FolderExportRequest, 'render' | 'overwrite'> {
  /** Collects the names of pictures that a file does not get. */
  readonly leftOut: Set<string>;
}

async function writeOne(
  path: string,
  format: OutputFormat,
  document: HyokaDocument,
  { render: make, overwrite, leftOut }: Writing,
): Promise<PublishedFile> {
  if (!overwrite && (await exists(path))) return { format, path, state: 'kept' };
  try {
    const made = await make(format, document);
    for (const name of made.leftOut) leftOut.add(name);
    await writeOutput(path, made.bytes);
    return { format, path, state: 'written' };
  } catch (thrown) {
    return { format, path, state: 'failed', error: toCommandError(thrown) };
  }
}
