import { basename, dirname, resolve } from 'node:path';
import type { Assessment } from '../../shared/assessment/types';
import { bothOf, type FolderDocument } from '../../shared/checks/folder';
import type { Neighbours } from '../../shared/commands/checks';
import { documentFiles } from '../publish/documentFiles';
import { inProcessStoreHost } from '../store/inProcess';

/** So many documents of a folder are read: a 点検 must not wait for a share that holds thousands. */
const MAX_READ = 60;

/**
 * The assessments of the same agency beside a document. A job: each file may take any time and memory. Files that cannot be
 * opened are no neighbours.
 */
export async function neighboursOf(order: {
  readonly path: string;
  readonly assessment: Assessment;
}): Promise<Neighbours> {
  const path = resolve(order.path);
  const own: FolderDocument = { path, title: basename(path), assessment: order.assessment };
  const found = await documentFiles(dirname(path), { subfolders: false }).catch(() => []);
  const files = found.filter((one) => one.kind === 'file' && resolve(one.path) !== path);
  const all: FolderDocument[] = [];
  for (const file of files.slice(0, MAX_READ)) all.push(...(await read(file.path)));
  const { others = [], partner } = bothOf(own, all);
  const known = all.filter(({ assessment }) => others.some((other) => other.assessment === assessment));
  return {
    partner: known.find(({ assessment }) => assessment === partner) ?? null,
    others: known,
    isPartial: files.length > MAX_READ,
  };
}

async function read(path: string): Promise<readonly FolderDocument[]> {
  const host = await inProcessStoreHost();
  try {
    const { document } = (await host.open(path)).opened;
    return [{ path, title: basename(path), assessment: document.assessment }];
  } catch {
    return [];
  } finally {
    await host.close();
  }
}
