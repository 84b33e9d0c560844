import { Failure, toResult } from '../../shared/commands/failure';
import { jobKinds } from './kinds';
import type { JobTools } from './kind';
import { port } from './port';
import { READING_LIMITS, watchThisProcess, type JobLimits } from './watch';

/* Runs one job and ends. A job that goes wrong takes nothing else with it. */

const controller = new AbortController();

// pdf.js leaves rejected promises of a damaged file to nobody. What a job comes to is said by `run` alone; Node would end the process
// before it is said.
process.on('unhandledRejection', () => undefined);

/** Jobs that may take only so much: those whose work others decide, by the file that they hand in. */
const limits: Readonly<Record<string, JobLimits | undefined>> = { intake: READING_LIMITS };

port.onMessage((message) => {
  if (message.kind === 'cancel') controller.abort();
  else void run(message.name, message.input);
});

async function run(name: string, input: unknown): Promise<void> {
  const kind = (jobKinds as Record<string, ((input: never, tools: JobTools) => unknown) | undefined>)[name];
  port.send({
    kind: 'end',
    result: await toResult(async () => {
      if (!kind) throw new Failure('invalidInput');
      return kind(input as never, await toolsFor(limits[name]));
    }),
  });
}

async function toolsFor(limit: JobLimits | undefined): Promise<JobTools> {
  const goesOn = limit ? await watchThisProcess(limit) : () => undefined;
  return {
    progress: (step, done, total) => {
      goesOn();
      port.send({ kind: 'progress', step, done, total });
    },
    signal: controller.signal,
  };
}
