import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { toCommandError } from '../../../shared/commands/failure';
import type { BatchLine, PublishedFile } from '../../../shared/commands/publish';
import type { OutputFormat, Variant } from '../../../shared/publish/formats';
import { fileName, freeName } from '../../../shared/publish/names';
import { EXTENSION } from '../../files/names';
import { isThere, madeFolder, writeOutput } from '../output';

/** What to make of every document of a folder. */
export interface FolderOrder {
  readonly folder: string;
  readonly output: string;
  readonly formats: readonly OutputFormat[];
  readonly variant: Variant;
  /** Files that are there already are replaced. */
  readonly overwrite: boolean;
  readonly read: (path: string) => Promise<HyokaDocument>;
  readonly bytesOf: (format: OutputFormat, document: HyokaDocument) => Promise<Uint8Array>;
}

/** A line for each document, in the order of their names; a file that is there already stays as it is unless it may be replaced. */
export async function exportFolder(order: FolderOrder): Promise<readonly BatchLine[]> {
  const names = (await readdir(order.folder)).filter((name) => name.toLowerCase().endsWith(EXTENSION)).sort();
  const output = await madeFolder(order.output);
  const lines: BatchLine[] = [];
  const taken = new Set<string>();
  for (const name of names)
    lines.push(await exportOne(join(order.folder, name), { ...order, output }, taken));
  return lines;
}

async function exportOne(path: string, order: FolderOrder, taken: Set<string>): Promise<BatchLine> {
  try {
    const document = await order.read(path);
    const base = join(order.output, freeName(fileName(document.assessment, order.variant), taken));
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
