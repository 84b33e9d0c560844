import { join } from 'node:path';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { toCommandError } from '../../../shared/commands/failure';
import type { BatchLine, PublishedFile } from '../../../shared/commands/publish';
import type { OutputFormat, Variant } from '../../../shared/publish/formats';
import { fileName, freeName } from '../../../shared/publish/names';
import { documentFiles, type Found } from '../../publish/documentFiles';
import { folderWithin } from '../../publish/within';
import { isThere, madeFolder, writeOutput } from '../output';

/** What to make of every document of a folder. */
export interface FolderOrder {
  readonly folder: string;
  readonly output: string;
  readonly formats: readonly OutputFormat[];
  readonly variant: Variant;
  /** Files that are there already are replaced. */
  readonly overwrite: boolean;
  /** The folders below too; their files go to folders of the same names below `output`. */
  readonly subfolders: boolean;
  readonly read: (path: string) => Promise<HyokaDocument>;
  readonly bytesOf: (format: OutputFormat, document: HyokaDocument) => Promise<Uint8Array>;
}

/** A line for each document, in the order of their names; a file that is there already stays as it is unless it may be replaced. */
export async function exportFolder(order: FolderOrder): Promise<readonly BatchLine[]> {
  const all = await documentFiles(order.folder, order);
  const output = await madeFolder(order.output);
  const lines: BatchLine[] = [];
  const taken = new Set<string>();
  for (const found of all) lines.push(await exportOne(found, { ...order, output }, taken));
  return lines;
}

async function exportOne(found: Found, order: FolderOrder, taken: Set<string>): Promise<BatchLine> {
  const { path, within } = found;
  if (found.kind === 'closed') return { path, files: [], error: found.error };
  try {
    const document = await order.read(path);
    const name = fileName(document.assessment, order.variant);
    const folder = await madeFolder(folderWithin(order.output, within));
    const base = freeName(join(folder, name), taken);
    const files: PublishedFile[] = [];
    for (const format of order.formats)
      files.push(await writeOne(`${base}.${format}`, format, document, order));
    return { path, files };
  } catch (thrown) {
    return { path, files: [], error: toCommandError(thrown) };
  }
}

async function writeOne(
  path: string,
  format: OutputFormat,
  document: HyokaDocument,
  { bytesOf, overwrite }: FolderOrder,
): Promise<PublishedFile> {
  if (!overwrite && (await isThere(path))) return { format, path, state: 'kept' };
  try {
    await writeOutput(path, await bytesOf(format, document));
    return { format, path, state: 'written' };
  } catch (thrown) {
    return { format, path, state: 'failed', error: toCommandError(thrown) };
  }
}
