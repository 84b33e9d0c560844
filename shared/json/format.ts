import { z } from 'zod';
import { valueSchema } from '../assessment/schema';
import { formIdSchema } from '../forms/formId';

/** Name and version that are in the file; described for other programs in docs/JSON.md. */
export const JSON_FORMAT = 'hyokasho-kobo/assessment';
export const JSON_VERSION = 1;

/** What every version of the file begins with. */
export const markSchema = z.object({ format: z.literal(JSON_FORMAT), version: z.number().int() });

/** A document as JSON. Paths carry ordinals: `II[2].4.items[3].m1`, `annex2.rows[12].before`. */
export const jsonSchema = z.object({
  format: z.literal(JSON_FORMAT),
  version: z.literal(JSON_VERSION),
  form: formIdSchema,
  edition: z.string(),
  slots: z.record(z.string(), z.string()),
  /** The printed numbers of the entries of every list, in their order. */
  lists: z.record(z.string(), z.array(z.number().int().positive())),
  values: z.array(z.object({ path: z.string(), label: z.string().optional(), value: valueSchema })),
  pictures: z
    .array(
      z.object({
        hash: z.string(),
        mime: z.enum(['image/png', 'image/jpeg']),
        name: z.string(),
        data: z.string(),
      }),
    )
    .optional(),
});

export type JsonDocument = z.infer<typeof jsonSchema>;
