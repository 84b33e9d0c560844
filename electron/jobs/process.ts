import { stat } from 'node:fs/promises';
import { Failure, toResult } from '../../shared/commands/failure';
import { AttachmentRequests } from './attachments';
import { jobKinds } from './kinds';
import type { JobTools } from './kind';
import type { FromJob, ToJob } from './messages';
import { starterPort } from '../processes/port';
import { readingLimits, watchThisProcess, type ProcessLimits, type Watch } from '../processes/watch';

/* Runs jobs, one after the other, until its starter ends it. A job that goes wrong takes nothing else with it. */

const controller = new AbortController();
const port = starterPort<ToJob, FromJob>();
const attachments = new AttachmentRequests((hash) => port.send({ kind: 'attachment', hash }));

// pdf.js leaves rejected promises of a damaged file to nobody. What a job comes to is said by `run` alone; Node would end the process
// before it is said.
process.on('unhandledRejection', () => undefined);

/** Jobs that may take only so much: those whose work others decide, by the file that they hand in. */
const limitsOf: Readonly<Record<string, ((input: never) => Promise<ProcessLimits>) | undefined>> = {
  documentFacts: ({ path }: { path: string }) => limitsForFile(path),
  intake: ({ path }: { path: string }) => limitsForFile(path),
  ledgerFacts: ({ path }: { path: string }) => limitsForFile(path),
  publishFile: ({ path }: { path: string }) => limitsForFile(path),
};

/** A file that cannot be looked at is not read either: the job says why. */
async function limitsForFile(path: string): Promise<ProcessLimits> {
  return readingLimits(
    await stat(path).then(
      ({ size }) => size,
      () => 0,
    ),
  );
}

port.onMessage((message) => {
  if (message.kind === 'cancel') controller.abort();
  else if (message.kind === 'attachment') attachments.answer(message.hash, message.result);
  else void run(message.name, message.input);
});

async function run(name: string, input: unknown): Promise<void> {
  const kind = (jobKinds as Record<string, ((input: never, tools: JobTools) => unknown) | undefined>)[name];
  const limits = await limitsOf[name]?.(input as never);
  const watch = limits && (await watchThisProcess(limits));
  const result = await toResult(() => {
    if (!kind) throw new Failure('invalidInput');
    return kind(input as never, toolsWith(watch));
  });
  watch?.end();
  port.send({ kind: 'end', result });
}

function toolsWith(watch: Watch | undefined): JobTools {
  return {
    progress: (step, done, total) => {
      watch?.report();
      port.send({ kind: 'progress', step, done, total });
    },
    signal: controller.signal,
    attachment: (hash) => attachments.ask(hash),
  };
}
