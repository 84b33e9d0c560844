import { z } from 'zod';
import { ROLES } from './roleNames';
import type { EditionFile, Form, FormItem } from './types';

/** Schemas of the data files under `resources/forms`; unknown keys are mistakes. Checked at build and in tests, not at start. */

const formId = z.string().regex(/^form\d+$/);

const condition = z.union([
  z.strictObject({ item: z.string(), is: z.union([z.string(), z.boolean()]) }),
  z.strictObject({ item: z.string(), isNot: z.string() }),
  z.strictObject({ item: z.string(), includes: z.string() }),
  z.strictObject({ note: z.string() }),
]);

const duty = z.enum(['none', 'basic', 'focused', 'full']);

const meaning = z.union([
  z.strictObject({ yes: z.boolean() }),
  z.strictObject({ duty }),
  z.strictObject({ submitted: z.enum(['before', 'after']) }),
  z.strictObject({ atLeast: z.number().int().optional(), below: z.number().int().optional() }),
]);

const roles = z.array(z.enum(ROLES)).min(1);

const option = z.strictObject({
  label: z.string().min(1),
  n: z.number().int().positive().optional(),
  withText: z.literal(true).optional(),
  exclusive: z.literal(true).optional(),
  slot: z.string().optional(),
  countItem: z.string().optional(),
  names: z.string().optional(),
  restatedOnly: z.literal(true).optional(),
  meaning: meaning.optional(),
});

const itemType = z.enum([
  'text',
  'longtext',
  'date',
  'count',
  'choice',
  'checks',
  'flag',
  'image',
  'group',
  'repeat',
  'table',
]);

const itemShape = {
  number: z.string().optional(),
  label: z.string(),
  mark: z.literal(true).optional(),
  reeval: z.literal(true).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  max: z.number().int().positive().optional(),
  itemLabel: z.string().includes('{n}').optional(),
  pageGroups: z.array(z.string()).optional(),
  fixed: z.literal(true).optional(),
  default: z.string().optional(),
  labels: z.array(z.string()).optional(),
  printedNote: z.string().optional(),
  visible: condition.optional(),
  required: condition.optional(),
  options: z.array(option).min(1).optional(),
  restates: z.string().optional(),
  roles: roles.optional(),
  source: z.string().min(1).optional(),
};

const item: z.ZodType<FormItem> = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9_.]+$/),
    type: itemType,
    ...itemShape,
    children: z.array(item).optional(),
  }),
) as z.ZodType<FormItem>;

const section = z.strictObject({
  id: z.string(),
  number: z.string().optional(),
  title: z.string(),
  shortTitle: z.string().min(1).optional(),
  roles: roles.optional(),
  repeat: z.literal('file').optional(),
  mark: z.literal(true).optional(),
  markExcept: z.array(z.string()).optional(),
  printedNote: z.string().optional(),
  entries: z.array(z.string()).optional(),
  source: z.string().min(1).optional(),
  items: z.array(item),
});

export const formSchema = z.strictObject({
  id: formId,
  number: z.string(),
  name: z.string(),
  edition: z.string(),
  stamp: z.string(),
  slots: z.record(z.string(), z.string()),
  sections: z.array(section),
}) as unknown as z.ZodType<Form>;

export const editionSchema = z.strictObject({
  form: formId,
  edition: z.string(),
  stamp: z.string(),
  slots: z.record(z.string(), z.string()).optional(),
  offered: z.literal(false).optional(),
  source: z.string(),
  note: z.string(),
  changes: z.array(
    z.union([
      z.strictObject({ item: z.string(), remove: z.literal(true) }),
      z.strictObject({ item: z.string(), set: z.strictObject(itemShape).partial() }),
      z.strictObject({ after: z.string(), insert: item }),
    ]),
  ),
}) as unknown as z.ZodType<EditionFile>;
