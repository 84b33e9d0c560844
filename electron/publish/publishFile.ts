import type { CsvEncoding, OutputFormat, Variant } from '../../shared/publish/formats';
import { inProcessStoreHost } from '../store/inProcess';
import type { JobTools } from '../jobs/kind';
import type { Language } from '../locale';
import { renderFiles, type PublishResult } from './render';
import { publishSource } from './source';

/** A document as its file has it, and what is to be made of it. */
export interface FileRequest {
  readonly path: string;
  readonly variant: Variant;
  readonly formats: readonly OutputFormat[];
  readonly encoding?: CsvEncoding;
  readonly language: Language;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Reads a document and makes its files; writes nothing. Runs as a job. */
export async function publishFile(
  { path, language, ...request }: FileRequest,
  tools: Pick<JobTools, 'progress' | 'signal'>,
): Promise<PublishResult> {
  const { opened, store } = await (await inProcessStoreHost()).open(path);
  const attachment = (hash: string) => store.attachment(hash);
  try {
    return await renderFiles(
      { ...request, source: publishSource(opened.document, language) },
      { ...tools, attachment },
    );
  } finally {
    await store.close();
  }
}
