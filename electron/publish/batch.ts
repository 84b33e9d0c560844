import { toCommandError } from '../../shared/commands/failure';
import type { BatchLine } from '../../shared/commands/publish';
import { safeName } from '../../shared/publish/fileNames';
import type { CsvEncoding, OutputFormat, Variant } from '../../shared/publish/formats';
import { startJob } from '../jobs/host';
import { startTask } from '../jobs/running';
import type { Language } from '../locale';
import type { Shell } from '../shell';
import { failureOfFile } from './costly';
import { writeFiles } from './files';
import { notesOf } from './render';
import { folderWithin } from './within';

/** Several documents in several formats. */
export interface Batch {
  readonly documents: readonly BatchFile[];
  readonly variant: Variant;
  readonly formats: readonly OutputFormat[];
  readonly encoding?: CsvEncoding | undefined;
  readonly folder: string;
  readonly overwrite: boolean;
  readonly language: Language;
}

interface BatchFile {
  readonly path: string;
  /** Of its files, without extension. */
  readonly name: string;
  /** Folders below that of the batch. */
  readonly within: readonly string[];
}

/** A batch that a window asked for under an id of its own choice; cancelling keeps what was written so far. */
export function batchFor(shell: Shell, job: string, batch: Batch): Promise<readonly BatchLine[]> {
  return startTask(job, (signal) =>
    runBatch(batch, signal, (done) =>
      shell.emit('job.progress', { job, step: 'publish', done, total: batch.documents.length }),
    ),
  );
}

/**
 * One document after the other, each in a process of its own: memory stays flat, and neither a document that cannot be
 * read nor one that brings the process down takes more with it than its own line of the report.
 */
async function runBatch(
  batch: Batch,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<readonly BatchLine[]> {
  const lines: BatchLine[] = [];
  for (const wanted of batch.documents) {
    progress(lines.length);
    lines.push(await publishOne(wanted, batch, signal));
  }
  return lines;
}

async function publishOne(
  { path, name, within }: BatchFile,
  batch: Batch,
  signal: AbortSignal,
): Promise<BatchLine> {
  if (signal.aborted) return { path, files: [], error: { code: 'jobCancelled', params: {} } };
  const { variant, formats, encoding, folder, overwrite, language } = batch;
  try {
    const request = {
      path,
      variant,
      formats,
      ...(encoding ? { encoding } : {}),
      language,
      now: Date.now(),
    };
    const made = await startJob('publishFile', request, { signal });
    const files = await writeFiles(made, {
      folder: folderWithin(folder, within),
      name: safeName(name),
      overwrite,
    });
    return { path, files, notes: notesOf(made) };
  } catch (thrown) {
    return { path, files: [], error: toCommandError(failureOfFile(thrown, path)) };
  }
}
