import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewId } from '../../shared/assessment/create';
import { documentOf, type AttachedFile, type HyokaDocument } from '../../shared/assessment/document';
import { assessmentFrom, type OrdinalItem } from '../../shared/assessment/fromItems';
import type { Author } from '../../shared/assessment/history';
import type { Assessment } from '../../shared/assessment/types';
import type { SampleInfo } from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import { formOf } from '../../shared/forms/catalog';
import { resourcePath } from '../resources';
import { formIdSchema } from '../../shared/forms/formId';

const item = z.object({ path: z.string(), value: z.unknown() });

/**
 * One file of `resources/samples`: values under ordinal paths, and last year's text as what differed then (`null`: was
 * blank). `pictures` names the files of pictures by the hash that the values use.
 */
export const sampleSchema = z.object({
  title: z.string().min(1),
  form: formIdSchema,
  edition: z.string(),
  items: z.array(item),
  previous: z.object({
    name: z.string(),
    at: z.iso.date(),
    items: z.array(item),
    without: z.array(z.string()),
  }),
  pictures: z.array(z.string()),
});

export type Sample = z.output<typeof sampleSchema>;

/** The samples that ship with the product, in the order of their file names. */
export async function samples(): Promise<readonly SampleInfo[]> {
  const names = (await readdir(resourcePath('samples'))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => infoOf(name.slice(0, -'.json'.length))));
}

/** A sample as a new document whose revision is the year before. Throws `unknownSample`. */
export async function sampleDocument(
  id: string,
  edge: { readonly newId: NewId; readonly now: number; readonly author: Author },
): Promise<{ readonly document: HyokaDocument; readonly title: string }> {
  const sample = await readSample(id);
  const assessment = assessmentOf(sample.form, sample.edition, sample.items, edge.newId);
  const { name, at } = sample.previous;
  const revision = {
    id: edge.newId(),
    kind: 'published' as const,
    name,
    at: Date.parse(at),
    author: edge.author,
    assessment: previousOf(sample, edge.newId),
  };
  const attachments = await Promise.all(sample.pictures.map(picture));
  const document = documentOf(assessment, edge.newId(), edge.now);
  return { document: { ...document, revisions: [revision], attachments }, title: sample.title };
}

async function infoOf(id: string): Promise<SampleInfo> {
  const { title, form } = await readSample(id);
  return { id, title, form };
}

async function readSample(id: string): Promise<Sample> {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Failure('unknownSample');
  try {
    return sampleSchema.parse(JSON.parse(await readFile(resourcePath('samples', `${id}.json`), 'utf8')));
  } catch {
    throw new Failure('unknownSample');
  }
}

/** Last year: this year's items with the differences laid over them, less what was added since. */
export function previousOf({ form, edition, items, previous }: Sample, newId: NewId): Assessment {
  const then = new Map(previous.items.map(({ path, value }) => [path, value]));
  const isNew = (path: string) => previous.without.some((prefix) => path.startsWith(prefix));
  const kept = items.filter(({ path }) => !then.has(path) && !isNew(path));
  const changed = previous.items.filter(({ value }) => value !== null);
  return assessmentOf(form, edition, [...kept, ...changed], newId);
}

export function assessmentOf(
  form: Sample['form'],
  edition: string,
  items: Sample['items'],
  newId: NewId,
): Assessment {
  return assessmentFrom(formOf(form, edition), items as readonly OrdinalItem[], newId);
}

async function picture(name: string): Promise<AttachedFile> {
  const bytes = new Uint8Array(await readFile(resourcePath('samples', name)));
  return { hash: createHash('sha256').update(bytes).digest('hex'), mime: 'image/png', name, bytes };
}
