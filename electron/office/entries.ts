import { z } from 'zod';
import type { CommandError } from '../../shared/commands/result';
import type { LedgerFacts } from './facts';

/** What the index keeps of a file: which writing of it was read, and what was found. */
export interface IndexEntry {
  readonly size: number;
  /** Last modification, in milliseconds since 1970 UTC. */
  readonly modified: number;
  readonly read?: LedgerFacts;
  /** The day of the 点検 that `read` holds findings of, as 20261130. */
  readonly checkedOn?: number;
  readonly fault?: CommandError;
}

/** Entries by path. */
export type IndexEntries = ReadonlyMap<string, IndexEntry>;

/** Another program writes other facts: its index is made anew. */
export interface IndexFile {
  readonly program: string;
  readonly folder: string;
  readonly entries: readonly (readonly [string, IndexEntry])[];
}

const fileSchema = z.object({
  program: z.string(),
  folder: z.string(),
  entries: z.array(z.tuple([z.string(), z.looseObject({ size: z.number(), modified: z.number() })])),
});

/** The entries that a file holds; none where it is of another folder or program, or no index at all. */
export function readIndex(text: string, program: string, folder: string): IndexEntries {
  try {
    const file = fileSchema.parse(JSON.parse(text)) as unknown as IndexFile;
    return file.program === program && file.folder === folder ? new Map(file.entries) : new Map();
  } catch {
    return new Map();
  }
}

export function writeIndex(entries: IndexEntries, program: string, folder: string): string {
  return JSON.stringify({ program, folder, entries: [...entries] } satisfies IndexFile);
}
