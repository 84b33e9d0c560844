import { z } from 'zod';
import type { Content, Edit } from './edit';
import type { Author } from './history';
import type { Assessment, Entry, Value } from './types';
import { formIdSchema } from '../forms/formId';

/** Shapes of everything that comes in from outside: from a window, a file, a journal. */

const form = formIdSchema;

const image = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum(['image/png', 'image/jpeg']),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
});

export const valueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ selected: z.array(z.string()), texts: z.record(z.string(), z.string()) }),
  z.strictObject({ images: z.array(image) }),
  z.strictObject({ rows: z.array(z.array(z.string())) }),
]) as unknown as z.ZodType<Value, Value>;

export const entrySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]+$/),
  number: z.number().int().positive().optional(),
}) as unknown as z.ZodType<Entry, Entry>;

const lists = z.record(z.string(), z.array(entrySchema));
const values = z.record(z.string(), valueSchema);
const header = z.object({ form, edition: z.string(), slots: z.record(z.string(), z.string()) });
const content = z.object({ values, lists }) as unknown as z.ZodType<Content, Content>;
const position = z.number().int().nonnegative();

export const assessmentSchema = header.extend({ values, lists }) as unknown as z.ZodType<
  Assessment,
  Assessment
>;

const entryEdit = { list: z.string(), at: position, entry: entrySchema, content };

export const editSchema: z.ZodType<Edit, Edit> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('set'),
      path: z.string(),
      before: valueSchema.optional(),
      after: valueSchema.optional(),
    }),
    z.object({ kind: z.literal('insert'), ...entryEdit }),
    z.object({ kind: z.literal('remove'), ...entryEdit }),
    z.object({ kind: z.literal('move'), list: z.string(), from: position, to: position }),
    z.object({
      kind: z.literal('renumber'),
      list: z.string(),
      before: z.array(entrySchema),
      after: z.array(entrySchema),
    }),
    z.object({ kind: z.literal('header'), before: header, after: header }),
    z.object({ kind: z.literal('batch'), edits: z.array(editSchema) }),
  ]),
) as unknown as z.ZodType<Edit, Edit>;

export const authorSchema = z.object({
  name: z.string(),
  department: z.string(),
  pc: z.string(),
}) satisfies z.ZodType<Author>;
