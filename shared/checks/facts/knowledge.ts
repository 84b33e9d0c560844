import annexedTable from '../../../resources/checks/annexedTable.json';
import places from '../../../resources/checks/places.json';
import stale from '../../../resources/checks/stale.json';
import vocabulary from '../../../resources/checks/vocabulary.json';
import { knowledgeFileSchema, type Facts, type KnowledgeFile } from './schema';

/** 知識データ: the dated facts that rules rest on. */
export interface Knowledge {
  /** The day the facts were gathered, as 2026-11-30. */
  readonly date: string;
  readonly source: string;
  readonly facts: Facts;
}

/** The newest format that this program reads. */
export const KNOWLEDGE_FORMAT = 1;

/** What the program brings along. */
export const builtInKnowledge: Knowledge = {
  date: stale.date,
  source: stale.source,
  // Held to the schema by a test, not at every start.
  facts: { stale, annexedTable, places, vocabulary } as unknown as Facts,
};

/** A 知識データ file as text, for handing it to another PC. */
export function knowledgeText({ date, source, facts }: Knowledge): string {
  const file: KnowledgeFile = {
    format: 'hyokasho-kobo-knowledge',
    formatVersion: KNOWLEDGE_FORMAT,
    date,
    source,
    facts,
  };
  return JSON.stringify(file, null, 2);
}

export type KnowledgeRefusal =
  /** No JSON, not of this kind, or an entry that breaks its rules; `where` names it. */
  | { readonly kind: 'broken'; readonly where: string }
  /** Written for a newer program. */
  | { readonly kind: 'newerFormat'; readonly formatVersion: number }
  /** Not newer than what is in use. */
  | { readonly kind: 'older'; readonly date: string; readonly inUse: string };

export type KnowledgeRead =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly refusal: KnowledgeRefusal };

/** Reads a 知識データ file; it is refused when it is broken, of a newer format, or older than the one in use. */
export function readKnowledge(text: string, inUse: Knowledge): KnowledgeRead {
  const json = parsed(text);
  const version = formatVersionOf(json);
  if (version !== undefined && version > KNOWLEDGE_FORMAT)
    return refused({ kind: 'newerFormat', formatVersion: version });
  const read = knowledgeFileSchema.safeParse(json);
  if (!read.success)
    return refused({ kind: 'broken', where: (read.error.issues[0]?.path ?? []).map(String).join('.') });
  const { date, source, facts } = read.data;
  if (date < inUse.date) return refused({ kind: 'older', date, inUse: inUse.date });
  return { ok: true, knowledge: { date, source, facts } };
}

function refused(refusal: KnowledgeRefusal): KnowledgeRead {
  return { ok: false, refusal };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function formatVersionOf(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || !('formatVersion' in json)) return undefined;
  return typeof json.formatVersion === 'number' ? json.formatVersion : undefined;
}
