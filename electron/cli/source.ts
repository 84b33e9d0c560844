import type { FormId } from '../../shared/forms/types';
import { resolve } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { importedDocument } from '../../shared/intake/imported';
import type { CliTools } from './verb';
import { isHyokaFile, type SourceRead } from '../intake/read';
import { newId } from '../machine/newId';

/** A file given on the command line: one of ours, exact, or any other as recognised. */
export type Source =
  | { readonly kind: 'document'; readonly document: HyokaDocument }
  | ({ readonly kind: 'recognised' } & SourceRead);

/** Reads anything that `import` reads, as `form` whatever it looks like; what could not be read in it is said. Throws a `Failure`. */
export async function readAny(
  path: string,
  { readSource, readDocument, warn }: Pick<CliTools, 'readSource' | 'readDocument' | 'warn'>,
  form?: FormId,
): Promise<Source> {
  const whole = resolve(path);
  if (await isHyokaFile(whole)) return { kind: 'document', document: await readDocument(whole) };
  const read = await readSource(whole, form ? { form } : {});
  for (const notice of read.recognition.notices) warn(notice);
  return { kind: 'recognised', ...read };
}

/** The document of any file: ours as it is, others as their import makes it. */
export function documentFrom(source: Source, now: number): HyokaDocument {
  if (source.kind === 'document') return source.document;
  const { original, recognition } = source;
  return importedDocument(recognition, { newId, documentId: newId(), at: now, original });
}
