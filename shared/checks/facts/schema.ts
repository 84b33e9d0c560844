import { z } from 'zod';

/** Schemas of the dated facts. A file is refused as a whole where one entry is wrong. */

const day = z.number().int().min(19_000_101).max(21_001_231);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A regular expression that compiles, and that cannot run away over a long text. */
const pattern = z.string().min(1).max(600).refine(compiles);

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '' && !/\([^()]*[+*][^()]*\)[+*]/.test(source);
  } catch {
    return false;
  }
}

export const staleWordingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  pattern,
  /** What is written today. */
  today: z.string().min(1),
  /** The day the change took effect; absent where it is not known, which makes the finding a 参考. */
  since: day.optional(),
  /** Words that must be in the same sentence. */
  needs: pattern.optional(),
  requires: pattern.optional(),
  /** Words that make the wording right where they are in the same sentence. */
  unless: pattern.optional(),
  /** Words right before it that make it another thing. */
  before: pattern.optional(),
  /** The heading in ＜＞ above it. */
  block: pattern.optional(),
  /** Not for a duty whose name holds these words. */
  dutyUnless: pattern.optional(),
  severity: z.enum(['error', 'warning', 'notice']),
  source: z.string().min(1),
  certainty: z.enum(['sure', 'likely', 'recalled', 'date-recalled', 'date-unknown']),
  /** May replace the words without another change. */
  replacement: z.string().optional(),
});

const tableNumber = z.string().regex(/^\d{1,3}(?:の\d{1,2})?$/);

const staleSchema = z.strictObject({
  source: z.string().min(1),
  date: isoDate,
  wordings: z.array(staleWordingSchema).min(1),
  renumbered: z.strictObject({
    since: day,
    source: z.string().min(1),
    items: z.array(
      z.strictObject({
        id: z.string(),
        old: tableNumber,
        new: tableNumber,
        subject: z.string(),
        certainty: z.literal('recalled').optional(),
      }),
    ),
    enquiries: z.array(
      z.strictObject({ id: z.string(), old: z.array(tableNumber), today: z.string(), duty: z.string() }),
    ),
  }),
});

const annexedTableSchema = z.strictObject({
  date: isoDate,
  source: z.string().min(1),
  first: z.number().int(),
  last: z.number().int(),
  branches: z.array(tableNumber),
  items: z.array(z.strictObject({ number: tableNumber, law: z.string(), actor: z.string().optional() })),
  duties: z.array(z.strictObject({ word: z.string(), item: tableNumber })),
});

const placesSchema = z.strictObject({
  date: isoDate,
  source: z.string().min(1),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  /** Names that are ordinary words, or that many places share: only with their prefecture before them. */
  ordinary: z.array(z.string()),
  /** Cities that laws name. */
  inLaw: z.array(z.string()),
});

const vocabularySchema = z.strictObject({
  date: isoDate,
  source: z.string().min(1),
  variants: z.array(z.strictObject({ id: z.string(), forms: z.tuple([pattern, pattern]) })),
  abbreviations: z.array(z.string()),
  fullNames: z.array(z.strictObject({ name: z.string(), short: z.array(z.string()) })),
  lookalikes: z.array(z.strictObject({ kanji: z.string().length(1), kana: z.string().length(1) })),
  simplified: z.string(),
});

export const factsSchema = z.strictObject({
  stale: staleSchema,
  annexedTable: annexedTableSchema,
  places: placesSchema,
  vocabulary: vocabularySchema,
});

/** A 知識データ file: facts with the day they were gathered, replaceable without a new program. */
export const knowledgeFileSchema = z.strictObject({
  format: z.literal('hyokasho-kobo-knowledge'),
  formatVersion: z.literal(1),
  date: isoDate,
  source: z.string().min(1),
  facts: factsSchema,
});

export type Facts = z.infer<typeof factsSchema>;
export type StaleWording = z.infer<typeof staleWordingSchema>;
export type KnowledgeFile = z.infer<typeof knowledgeFileSchema>;
