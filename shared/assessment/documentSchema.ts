import { z } from 'zod';
import type { ImportSource, LeftoverText, ReviewMark, Comment, Revision } from './document';
import type { EditRecord } from './history';
import { COLUMNS, type Round } from './round';
import { assessmentSchema, authorSchema, editSchema, valueSchema } from './schema';

/** Shapes of the parts of a `.hyoka` document, as they stand in files and journals. */

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
  drafts: z.record(z.string(), z.partialRecord(z.enum(COLUMNS), z.string().max(200_000))),
  perItem: z.enum(['one', 'each']),
  perEntry: z.enum(['items', 'entry']),
  effective: z.string().max(200),
  withOptional: z.boolean(),
}) as unknown as z.ZodType<Round>;

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
