import { toCommandError } from '../../shared/commands/failure';
import type { BatchLine } from '../../shared/commands/publish';
import { fileName, freeName } from '../../shared/publish/names';
import type { OutputFormat, Variant } from '../../shared/publish/formats';
import { sqlite } from '../database/format';
import { loadDocument } from '../documents/file';
import { startTask } from '../jobs/running';
import type { Language } from '../locale';
import type { Shell } from '../shell';
import { writeFiles } from './files';
import { makeFiles } from './make';
import { publishSource } from './source';

/** Several documents in several formats. */
export interface Batch {
  readonly paths: readonly string[];
  readonly variant: Variant;
  readonly formats: readonly OutputFormat[];
  readonly folder: string;
  readonly overwrite: boolean;
  readonly language: Language;
}

export interface BatchTools {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** A batch that a window asked for under an id of its own choice; cancelling keeps what was written so far. */
export function batchFor(shell: Shell, job: string, batch: Batch): Promise<readonly BatchLine[]> {
  return startTask(job, (signal) =>
    runBatch(batch, {
      signal,
      progress: (done, total) => shell.tell('job.progress', { job, step: 'publish', done, total }),
    }),
  );
}

/** One document after the other, so that memory stays flat; a document that cannot be read is a line of the report. */
export async function runBatch(
  batch: Batch,
  { signal, progress }: BatchTools,
): Promise<readonly BatchLine[]> {
  const lines: BatchLine[] = [];
  const taken = new Set<string>();
  for (const path of batch.paths) {
    if (signal.aborted) break;
    progress(lines.length, batch.paths.length);
    lines.push(await publishOne(path, batch, signal, taken));
  }
  return lines;
}

async function publishOne(
  path: string,
  batch: Batch,
  signal: AbortSignal,
  taken: Set<string>,
): Promise<BatchLine> {
  const { variant, formats, folder, overwrite, language } = batch;
  try {
    const { document } = await loadDocument(await sqlite(), path);
    const order = { source: publishSource(document, language), variant, formats, now: Date.now() };
    const made = await makeFiles(order, { signal, progress: () => undefined });
    const name = freeName(fileName(document.assessment, variant), taken);
    return { path, files: await writeFiles(made, { folder, name, overwrite }) };
  } catch (thrown) {
    return { path, files: [], error: toCommandError(thrown) };
  }
}
