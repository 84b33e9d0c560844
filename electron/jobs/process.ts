import { Failure, toResult } from '../../shared/commands/failure';
import { jobKinds } from './kinds';
import type { JobTools } from './kind';
import type { FromJob, ToJob } from './messages';
import { starterPort } from './port';
import {
  FILE_LIMITS,
  NO_LIMITS,
  READING_LIMITS,
  watchThisProcess,
  type JobLimits,
  type Watch,
} from './watch';

/* Runs one job after the other until its starter ends it. A job that goes wrong takes nothing else with it. */

const controller = new AbortController();
const port = starterPort<ToJob, FromJob>();

// pdf.js leaves rejected promises of a damaged file to nobody. What a job comes to is said by `run` alone; Node would end the process
// before it is said.
process.on('unhandledRejection', () => undefined);

/** Jobs that may take only so much: those whose work others decide, by the file that they hand in. */
const limits: Readonly<Record<string, JobLimits | undefined>> = {
  documentFacts: FILE_LIMITS,
  intake: READING_LIMITS,
  publishFile: READING_LIMITS,
};

let watching: Promise<Watch> | undefined;

port.onMessage((message) => {
  if (message.kind === 'cancel') controller.abort();
  else void run(message.name, message.input);
});

async function run(name: string, input: unknown): Promise<void> {
  const kind = (jobKinds as Record<string, ((input: never, tools: JobTools) => unknown) | undefined>)[name];
  const result = await toResult(async () => {
    if (!kind) throw new Failure('invalidInput');
    return kind(input as never, await toolsFor(limits[name]));
  });
  (await watching)?.limit(NO_LIMITS);
  port.send({ kind: 'end', result });
}

async function toolsFor(limit: JobLimits | undefined): Promise<JobTools> {
  const watch = limit ? await watched(limit) : undefined;
  return {
    progress: (step, done, total) => {
      watch?.report();
      port.send({ kind: 'progress', step, done, total });
    },
    signal: controller.signal,
  };
}

async function watched(limit: JobLimits): Promise<Watch> {
  watching ??= watchThisProcess(limit);
  const watch = await watching;
  watch.limit(limit);
  return watch;
}
