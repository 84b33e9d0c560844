import { relative } from 'node:path';
import { toCommandError } from '../../shared/commands/failure';
import type { CommandError } from '../../shared/commands/result';
import type { LedgerRow } from '../../shared/ledger/rows';
import type { JobTools } from '../jobs/kind';
import { documentFiles, type FoundDocument } from '../publish/documentFiles';
import type { LedgerFacts } from './facts';
import { holderText, openBy } from './openBy';

export interface LedgerTools extends Pick<JobTools, 'progress' | 'signal'> {
  /** Reads one document in a process where it can do no harm. Rejects with a `Failure`. */
  readonly factsOf: (path: string) => Promise<LedgerFacts>;
  readonly now: () => number;
  /** The sentence of an error. */
  readonly sentence: (error: CommandError) => string;
}

export interface LedgerRequest {
  readonly folder: string;
  readonly subfolders: boolean;
}

/** The rows of a folder, with findings; a file or folder that cannot be read is a row that says why. Rejects with a `Failure`. */
export async function listLedger(
  { folder, subfolders }: LedgerRequest,
  tools: LedgerTools,
): Promise<readonly LedgerRow[]> {
  const { progress, signal } = tools;
  const found = await documentFiles(folder, {
    subfolders,
    signal,
    onFolder: () => progress('folder', 0, null),
  });
  const rows: LedgerRow[] = [];
  for (const file of found) {
    signal.throwIfAborted();
    progress('folder', rows.length, found.length);
    rows.push(await rowOf(folder, file, tools));
  }
  return rows;
}

async function rowOf(
  folder: string,
  found: FoundDocument,
  { factsOf, now, sentence }: LedgerTools,
): Promise<LedgerRow> {
  const { path } = found;
  const file = relative(folder, path);
  if (found.kind === 'closed') return { kind: 'fault', file, fault: sentence(found.error) };
  try {
    const read = await factsOf(path);
    const holder = await openBy(path, now());
    return { kind: 'document', file, ...read, ...(holder ? { openBy: holderText(holder) } : {}) };
  } catch (thrown) {
    return { kind: 'fault', file, fault: sentence(toCommandError(thrown)) };
  }
}
