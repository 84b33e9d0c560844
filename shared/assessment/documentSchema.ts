import { z } from 'zod';
import type { ImportSource, LeftoverText, ReviewMark, Comment, Revision } from './document';
import type { Acceptance, GateOverride } from './acceptance';
import type { EditRecord } from './history';
import { type ProgressRecord, PUBLICATIONS, STEPS } from './progress';
import type { Round } from './round';
import { CHANGE_COLUMNS } from '../forms/changeTable';
import type { ThresholdRecord } from './thresholdRecord';
import { assessmentSchema, authorSchema, editSchema, valueSchema } from './schema';

/** Shapes of the parts of a `.hyoka` document, as they are in files and journals. */

const at = z.number().int();
const settled = z.object({ at, author: authorSchema });
const count = z.number().int().nonnegative().optional();

const where = z.object({
  page: count,
  sheet: z.string().optional(),
  table: count,
  row: count,
  column: count,
  line: count,
  block: count,
  from: count,
  to: count,
});

export const recordSchema = z.object({
  seq: z.number().int().positive(),
  at,
  from: at.optional(),
  author: authorSchema,
  edit: editSchema,
  act: z.enum(['undo', 'redo']).optional(),
  label: z.string().optional(),
}) as unknown as z.ZodType<EditRecord>;

export const withholdSchema = z.object({ passage: z.string().min(1).max(200_000).optional() });

export const commentSchema = z.object({
  id: z.string().min(1),
  path: z.string().optional(),
  text: z.string(),
  at,
  author: authorSchema,
  replyTo: z.string().optional(),
  resolved: settled.optional(),
  withhold: withholdSchema.optional(),
}) as unknown as z.ZodType<Comment>;

export const revisionKinds = ['imported', 'published', 'submitted', 'manual', 'merged'] as const;

export const revisionSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(revisionKinds),
  name: z.string(),
  at,
  author: authorSchema,
  note: z.string().optional(),
  assessment: assessmentSchema,
}) as unknown as z.ZodType<Revision>;

const decisionSchema = z.object({
  material: z.boolean(),
  ground: z.string().max(100).optional(),
  reason: z.string().max(20_000),
});

export const decisionsSchema = z.record(z.string(), decisionSchema);

export const roundSchema = z.object({
  id: z.string().min(1).max(500),
  decisions: decisionsSchema,
  drafts: z.record(z.string(), z.partialRecord(z.enum(CHANGE_COLUMNS), z.string().max(200_000))),
  perItem: z.enum(['one', 'each']),
  perEntry: z.enum(['items', 'entry']),
  effective: z.string().max(200),
  withOptional: z.boolean(),
}) as unknown as z.ZodType<Round>;

const identity = {
  rule: z.string().min(1).max(100),
  version: z.number().int().positive(),
  path: z.string().max(500),
  fingerprint: z.string().min(1).max(100),
};

/** The longest reason or sentence that a person writes about a decision (UTF-16 units). */
const reason = z.string().min(1).max(2_000);

/** An acceptance as a window asks for it; who and when are added by the shell. */
export const newAcceptanceSchema = z.object({ ...identity, words: z.string().max(200_000), reason });

export const acceptanceSchema = newAcceptanceSchema.extend({
  id: z.string().min(1).max(200),
  author: authorSchema,
  at,
}) as unknown as z.ZodType<Acceptance>;

const people = z.number().int().nonnegative().max(1_000_000_000);
const parts = z.array(z.object({ name: z.string().max(1_000), count: people })).max(1_000);
const written = z.string().max(200).optional();
const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

export const planSchema = z.object({
  consultationStart: isoDay,
  publication: isoDay,
  building: isoDay,
  consultationDays: z.number().int().positive().max(1_000).optional(),
});

const duty = z.enum(['none', 'basic', 'focused', 'full']);

/** A しきい値判断 as a window asks to keep it. */
export const newThresholdSchema = z.object({
  people,
  peopleParts: parts,
  handlers: people,
  handlersParts: parts,
  incident: z.boolean(),
  duty,
  performed: duty,
  peopleCounted: written,
  handlersCounted: written,
  assessedOn: written,
  plan: planSchema.optional(),
});

export const thresholdSchema = newThresholdSchema.extend({
  id: z.string().min(1).max(200),
  author: authorSchema,
  at,
}) as unknown as z.ZodType<ThresholdRecord>;

/** The sentence of a person who hands out what 提出前チェック would stop. */
export const newOverrideSchema = z.object({
  purpose: z.enum(['submission', 'publication']),
  sentence: reason,
  stopped: z
    .array(z.object({ gate: z.string().min(1).max(100), count: z.number().int().nonnegative() }))
    .max(100),
});

export const overrideSchema = newOverrideSchema.extend({
  id: z.string().min(1).max(200),
  author: authorSchema,
  at,
}) as unknown as z.ZodType<GateOverride>;

/** A step as a window records it; who and when are added by the shell. */
export const newProgressSchema = z.object({
  step: z.enum(STEPS),
  day: z.iso.date(),
  publication: z.enum(PUBLICATIONS).optional(),
  note: z.string().max(2_000).optional(),
});

export const progressSchema = newProgressSchema.extend({
  id: z.string().min(1).max(200),
  author: authorSchema,
  at,
}) as unknown as z.ZodType<ProgressRecord>;

export const leftoverSchema = z.object({
  id: z.string().min(1),
  where,
  heading: z.string().optional(),
  text: z.string(),
  state: z.enum(['open', 'placed', 'unneeded']),
  path: z.string().optional(),
  reason: z.string().optional(),
}) as unknown as z.ZodType<LeftoverText>;

const rowOrAttachment = z.union([
  valueSchema,
  z.strictObject({ title: z.string(), rows: z.array(z.array(z.string())) }),
  z.record(z.string(), z.string()),
]);

const coded = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const reviewSchema = z.object({
  path: z.string(),
  reason: coded,
  where: z.array(where),
  candidates: z.array(valueSchema),
  recognised: rowOrAttachment.optional(),
  settled: settled.optional(),
}) as unknown as z.ZodType<ReviewMark>;

export const sourceSchema = z.object({
  name: z.string(),
  format: z.enum(['docx', 'doc', 'xlsx', 'xls', 'pdf', 'html', 'text', 'hyoka', 'json']),
  pages: z.number().int().nonnegative().optional(),
  at,
  hash: z.string().optional(),
  blocks: z.array(z.object({ where, text: z.string() })),
  places: z.array(z.object({ path: z.string(), where: z.array(where) })).optional(),
  notices: z.array(coded).optional(),
  formUncertain: coded.optional(),
}) as unknown as z.ZodType<ImportSource>;
