import { z } from 'zod';
import type { Assessment } from '../assessment/types';
import type { Knowledge } from '../checks/facts/knowledge';
import type { GateId, GateState } from '../checks/gates';
import { command } from './command';

/** Another assessment of the same agency that lies in the folder of the open one. */
export interface Neighbour {
  /** The name of its file. */
  readonly title: string;
  readonly path: string;
  readonly assessment: Assessment;
}

export interface Neighbours {
  /** 組になる評価書: 様式２ of a 様式３・４, or the other way round. */
  readonly partner: Neighbour | null;
  readonly others: readonly Neighbour[];
  /** The folder holds more documents than were read. */
  readonly isPartial: boolean;
}

/** A line of 提出前チェック of a document that is not open. */
export interface GateSummary {
  readonly id: GateId;
  readonly state: GateState;
  readonly count: number;
}

export interface GatedDocument {
  readonly path: string;
  /** None where the file could not be read. */
  readonly gates: readonly GateSummary[];
}

/** The dated facts that rules rest on, as they are in use on this PC. */
export interface KnowledgeInUse {
  /** The day the facts were gathered, as 2026-11-30. */
  readonly date: string;
  readonly source: string;
  /** Null: what the program brings along. `sha256` shows damage, and is no proof of origin. */
  readonly imported: { readonly knowledge: Knowledge; readonly sha256: string } | null;
}

const text = z.string().max(200_000);

const sheetSchema = z.object({
  title: z.string().min(1).max(200),
  document: text,
  agency: text,
  lines: z.array(text).max(1_000),
  groups: z
    .array(
      z.object({
        title: text,
        columns: z
          .array(z.object({ label: text, share: z.number().positive() }))
          .min(1)
          .max(20),
        rows: z.array(z.array(text).max(20)).max(20_000),
      }),
    )
    .max(500),
});

export const checksCommands = {
  /** The other assessments of the agency in the folder of the open document, for rules that compare them. */
  'checks.neighbours': command<Neighbours>()(z.object({ session: z.string().min(1).max(64) })),
  /** 提出前チェック of documents that are not open, before a batch writes them. */
  'checks.gates': command<readonly GatedDocument[]>()(
    z.object({
      paths: z.array(z.string().min(1).max(4_000)).max(5_000),
      purpose: z.enum(['submission', 'publication']),
    }),
  ),
  'knowledge.get': command<KnowledgeInUse>()(z.undefined()),
  /** Asks for a 知識データ file and takes it into use; null when it was cancelled. */
  'knowledge.import': command<KnowledgeInUse | null>()(z.undefined()),
  /** Back to the facts that the program brings along. */
  'knowledge.reset': command<KnowledgeInUse>()(z.undefined()),
  /** Asks where, then writes a list for people; null when it was cancelled. */
  'checks.writeSheet': command<{ readonly path: string } | null>()(
    z.object({
      session: z.string().min(1).max(64),
      format: z.enum(['docx', 'pdf', 'csv']),
      sheet: sheetSchema,
    }),
  ),
};
