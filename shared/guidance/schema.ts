import { z } from 'zod';

/** Schemas of the files under `resources/guidance`; unknown keys are mistakes. Checked in tests, not at start. */

const sentence = z
  .string()
  .min(8)
  .regex(/^\S[\s\S]*\S$/u);

const text = z.strictObject({
  asks: sentence,
  write: z.array(sentence).min(1),
  avoid: z.array(sentence).min(1),
});

const duty = z.enum(['resident', 'localTax', 'healthInsurance', 'immunization', 'any']);

const example = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    duty,
    short: z.string().min(1),
    full: z.string().min(1).optional(),
    asIs: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('options'),
    duty,
    chosen: z.array(z.string()).min(1),
    texts: z.record(z.string(), z.string()).optional(),
    why: sentence,
  }),
  z.strictObject({ kind: z.literal('count'), duty, value: z.number().int(), why: sentence }),
  z.strictObject({ kind: z.literal('flag'), duty, value: z.boolean(), why: sentence }),
  z.strictObject({ kind: z.literal('description'), duty, why: sentence }),
]);

const ground = z.strictObject({
  kind: z.enum(['form', 'law', 'rules', 'guideline', 'instructions', 'practice', 'stateExample']),
  detail: z.string().min(1).optional(),
  fromMemory: z.literal(true).optional(),
});

const own = z.strictObject({
  ja: text,
  en: text.optional(),
  example,
  mistakes: z.array(z.string()),
  agrees: z.array(z.string()),
  grounds: z.array(ground).min(1),
});

const reference = z.strictObject({
  same: z.string().regex(/^form[234]:[A-Za-z0-9_.]+$/),
  example: example.optional(),
  mistakes: z.array(z.string()).optional(),
  agrees: z.array(z.string()).optional(),
});

/** One part of a form: `resources/guidance/form3/II.json`. */
export const guidanceSchema = z.strictObject({
  form: z.enum(['form2', 'form3', 'form4']),
  part: z.string(),
  items: z.record(z.string(), z.union([own, reference])),
});

export const termsSchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-zA-Z]+$/),
      words: z.array(z.string().min(1)).min(1),
      reading: z.string().regex(/^[ぁ-んァ-ヶー・0-9０-９A-Zａ-ｚ]+$/u),
      ja: sentence,
      english: z.string().min(1),
      en: sentence,
      grounds: z.array(ground).min(1),
    }),
  ),
});

export type GuidanceFile = z.infer<typeof guidanceSchema>;
export type GuidanceEntry = GuidanceFile['items'][string];
export type OwnEntry = z.infer<typeof own>;
