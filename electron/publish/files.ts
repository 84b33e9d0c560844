import { join, parse } from 'node:path';
import { toCommandError } from '../../shared/commands/failure';
import type { PublishedFile } from '../../shared/commands/publish';
import type { OutputFormat } from '../../shared/publish/formats';
import { fileFailure } from '../files/faults';
import { exists, makeFolder } from '../files/folder';
import { realMachine } from '../machine/real';
import { realFileSystem } from '../machine/realFileSystem';
import { writeOutputFile } from '../files/output';
import { printToPdf } from '../print/pdf';
import type { PublishResult, RenderedFile } from './render';

/** Where the files of one document are written. */
export interface Target {
  readonly folder: string;
  /** Without extension. */
  readonly name: string;
  /** Replace a file of that name; otherwise such a file is left unchanged. */
  readonly overwrite: boolean;
}

export function targetPath({ folder, name }: Pick<Target, 'folder' | 'name'>, format: OutputFormat): string {
  return join(folder, `${name}.${format}`);
}

/** Writes the rendered files one by one, so that a failure of one does not prevent the others. */
export async function writeFiles(made: PublishResult, target: Target): Promise<readonly PublishedFile[]> {
  const written: PublishedFile[] = [];
  for (const file of made.files) written.push(await writeOne(made, file, target));
  return written;
}

async function writeOne(made: PublishResult, file: RenderedFile, target: Target): Promise<PublishedFile> {
  const path = targetPath(target, file.format);
  const name = { format: file.format, path };
  try {
    if (!target.overwrite && (await exists(realFileSystem, path))) return { ...name, state: 'kept' };
    await ensureFolder(target.folder);
    await writeOutputFile(realMachine, path, await finalBytes(made, file));
    return { ...name, state: 'written' };
  } catch (thrown) {
    return { ...name, state: 'failed', error: toCommandError(thrown) };
  }
}

/** Writes a file under this name, or `name (2)` where there is one already; the path that it got. Throws a `Failure`. */
export async function writeUnderFreeName(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await ensureFolder(folder);
  const { name: stem, ext } = parse(name);
  let path = join(folder, name);
  for (let nth = 2; await exists(realFileSystem, path); nth += 1)
    path = join(folder, `${stem} (${String(nth)})${ext}`);
  await writeOutputFile(realMachine, path, bytes);
  return path;
}

function ensureFolder(folder: string): Promise<void> {
  return makeFolder(realFileSystem, folder).catch((error: unknown) => {
    throw fileFailure(error, folder);
  });
}

function finalBytes(
  { title }: PublishResult,
  { format, bytes }: RenderedFile,
): Uint8Array | Promise<Uint8Array> {
  if (format !== 'pdf') return bytes;
  return printToPdf({ html: new TextDecoder().decode(bytes), header: title });
}
