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
import type { Made, MadeFile } from './make';

/** Where the files of one document go. */
export interface Target {
  readonly folder: string;
  /** Without extension. */
  readonly name: string;
  /** Write over a file of that name; without it such a file stays as it is. */
  readonly overwrite: boolean;
}

export function targetPath({ folder, name }: Pick<Target, 'folder' | 'name'>, format: OutputFormat): string {
  return join(folder, `${name}.${format}`);
}

/** Writes what was made; each file for itself, so that one that fails does not keep back the others. */
export async function writeFiles(made: Made, target: Target): Promise<readonly PublishedFile[]> {
  const written: PublishedFile[] = [];
  for (const file of made.files) written.push(await writeOne(made, file, target));
  return written;
}

async function writeOne(made: Made, file: MadeFile, target: Target): Promise<PublishedFile> {
  const path = targetPath(target, file.format);
  const name = { format: file.format, path };
  try {
    if (!target.overwrite && (await exists(realFileSystem, path))) return { ...name, state: 'kept' };
    await folderFor(target.folder);
    await writeOutputFile(realMachine, path, await finalBytes(made, file));
    return { ...name, state: 'written' };
  } catch (thrown) {
    return { ...name, state: 'failed', error: toCommandError(thrown) };
  }
}

/** Writes a file under this name, or `name (2)` where there is one already; the path that it got. Throws a `Failure`. */
export async function writeAnew(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await folderFor(folder);
  const { name: stem, ext } = parse(name);
  let path = join(folder, name);
  for (let nth = 2; await exists(realFileSystem, path); nth += 1)
    path = join(folder, `${stem} (${String(nth)})${ext}`);
  await writeOutputFile(realMachine, path, bytes);
  return path;
}

function folderFor(folder: string): Promise<void> {
  return makeFolder(realFileSystem, folder).catch((error: unknown) => {
    throw fileFailure(error, folder);
  });
}

function finalBytes({ title }: Made, { format, bytes }: MadeFile): Uint8Array | Promise<Uint8Array> {
  if (format !== 'pdf') return bytes;
  return printToPdf({ html: new TextDecoder().decode(bytes), header: title });
}
