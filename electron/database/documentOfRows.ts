import { z } from 'zod';
import type { AttachmentInfo, StoredDocument } from '../../shared/assessment/document';
import { sourceSchema } from '../../shared/assessment/documentSchema';
import { authorSchema, assessmentSchema } from '../../shared/assessment/schema';
import type { History } from '../../shared/assessment/history';
import type { Assessment, Entry } from '../../shared/assessment/types';
import { hasEdition } from '../../shared/forms/catalog';
import type { Stamp } from './contract';
import { DamagedFile, UnknownEdition } from './damage';
import { keyedSchemas } from './keyedSchemas';
import { parseRecord } from './record';
import type { Sizes } from './readRows';
import type { People } from './rowsOfDocument';
import { TABLE_NAMES, tables, type Row, type Rows, type TableName } from './tables';
import { formIdSchema } from '../../shared/forms/formId';

/* How rows are read as a document. Everything is validated: what is of no known shape throws. */

export interface ReadDocument {
  readonly document: StoredDocument;
  readonly stamp: Stamp;
  readonly people: People;
}

export function documentOfRows(rows: Rows, sizes: Sizes): ReadDocument {
  const people = peopleOf(rows.author);
  return { ...documentWith(rows, sizes, historyOf(rows.edit, people)), people };
}

/** The same with a history that was read apart. */
export function documentWith(
  rows: Omit<Rows, 'edit' | 'author'>,
  sizes: Sizes,
  history: History,
): Omit<ReadDocument, 'people'> {
  const { stamp, form, edition, slots, source, ...meta } = parseMeta(rows.meta);
  const document: StoredDocument = {
    id: meta.id,
    createdAt: meta.createdAt,
    assessment: parseAssessment(rows, { form, edition, slots }),
    history,
    revisions: rows.revision.map((row) => keyedSchemas.revision.parse(jsonOf(row))),
    comments: rows.comment.map((row) => keyedSchemas.comment.parse(jsonOf(row))),
    attachments: rows.attachment.map((row) => parseAttachment(row, sizes)),
    ...(source ? { source } : {}),
    leftover: rows.leftover.map((row) => keyedSchemas.leftover.parse(jsonOf(row))),
    review: rows.review.map((row) => keyedSchemas.review.parse(jsonOf(row))),
    rounds: rows.round.map((row) => keyedSchemas.round.parse(jsonOf(row))),
    acceptances: rows.acceptance.map((row) => keyedSchemas.acceptance.parse(jsonOf(row))),
    thresholds: rows.threshold.map((row) => keyedSchemas.threshold.parse(jsonOf(row))),
    overrides: rows.override.map((row) => keyedSchemas.override.parse(jsonOf(row))),
    progress: rows.progress.map((row) => keyedSchemas.progress.parse(jsonOf(row))),
  };
  return { document, stamp };
}

export const metaSchemas = {
  id: z.string().min(1),
  createdAt: z.number().int(),
  form: formIdSchema,
  edition: z.string(),
  slots: z.record(z.string(), z.string()),
  stamp: z.object({ save: z.string(), program: z.string() }),
  source: sourceSchema.optional(),
};

const metaSchema = z.object(metaSchemas);

function parseMeta(rows: readonly Row[]): z.output<typeof metaSchema> {
  const meta = metaSchema.parse(Object.fromEntries(rows.map((row) => [String(row[0]), jsonOf(row)])));
  if (!hasEdition(meta.form, meta.edition)) throw new UnknownEdition(meta.edition);
  return meta;
}

function parseAssessment(
  rows: Pick<Rows, 'value' | 'entry'>,
  header: Pick<Assessment, 'form' | 'edition' | 'slots'>,
): Assessment {
  const values = Object.fromEntries(rows.value.map((row) => [String(row[0]), jsonOf(row)]));
  return assessmentSchema.parse({ ...header, values, lists: parseLists(rows.entry) });
}

function parseLists(rows: readonly Row[]): Record<string, Entry[]> {
  const lists: Record<string, Entry[]> = {};
  for (const [list, , id, number] of rows)
    (lists[String(list)] ??= []).push({
      id: String(id),
      ...(number === null ? {} : { number: Number(number) }),
    });
  return lists;
}

export function peopleOf(rows: readonly Row[]): People {
  return new Map(rows.map((row) => [Number(row[0]), authorSchema.parse(jsonOf(row))]));
}

/** Records share the author's object. */
export function historyOf(rows: readonly Row[], people: People): History {
  return rows.map((row) => parseRecord(row, people.get(Number(row[3]))));
}

export function parseAttachment([, hash, mime, name]: Row, sizes: Sizes): AttachmentInfo {
  const known = { hash: String(hash), mime: String(mime), name: z.string().parse(JSON.parse(String(name))) };
  return { ...known, size: sizes.get(known.hash) ?? 0 };
}

/** Throws where positions are not counted without gaps: changes are written to the position that a thing has in the document. */
export function assertPositions(rows: Omit<Rows, 'edit'>): void {
  for (const table of POSITIONED)
    if (rows[table].some(([position], at) => position !== at + 1)) throw new DamagedFile();
  const lists = new Map<unknown, number>();
  for (const [list, position] of rows.entry) {
    if (position !== (lists.get(list) ?? 0)) throw new DamagedFile();
    lists.set(list, position + 1);
  }
}

const POSITIONED = TABLE_NAMES.filter(isPositioned);

function isPositioned(name: TableName): name is Exclude<TableName, 'edit'> {
  return tables[name].columns[0] === 'position';
}

/** The value of the last cell. */
export function jsonOf(row: Row): unknown {
  return JSON.parse(String(row.at(-1))) as unknown;
}
