import { randomBytes } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { extname, join, resolve } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { sqlite } from '../database/format';
import { saveTo } from '../documents/saveTo';
import { realDisk, writeAtomically } from '../files/atomicWrite';
import { Backups } from '../files/backups';
import { EXTENSION } from '../files/names';
import { WrongUsage } from './verb';

export const newId = (): string => randomBytes(8).toString('hex');

/** Writes a `.hyoka` file by the same rules as the application: what stands there becomes a generation, locks count. */
export async function writeDocument(path: string, document: HyokaDocument): Promise<void> {
  if (extname(path).toLowerCase() !== EXTENSION) throw new WrongUsage();
  const edges = { newId, program: PROGRAM, disk: realDisk, author, now: () => Date.now() };
  const backups = new Backups(join(homedir(), '.hyokasho-kobo', 'backups'));
  await saveTo({ sql: await sqlite(), edges, backups }, document, resolve(path));
}

export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(resolve(path), bytes);
}

/** Written into the files it makes. */
const PROGRAM = 'cli';

function author() {
  return { name: userInfo().username, department: '', pc: hostname() };
}
