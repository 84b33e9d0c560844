import { Failure, toResult } from '../../shared/commands/failure';
import { jobKinds } from './kinds';
import type { JobTools } from './kind';
import type { FromJob, ToJob } from './messages';

/* Runs one job and ends. A job that goes wrong takes nothing else with it. */

const controller = new AbortController();
const send = (message: FromJob): void => process.parentPort.postMessage(message);

const tools: JobTools = {
  progress: (step, done, total) => send({ kind: 'progress', step, done, total }),
  signal: controller.signal,
};

process.parentPort.on('message', (event: { data: ToJob }) => {
  if (event.data.kind === 'cancel') controller.abort();
  else void run(event.data.name, event.data.input);
});

async function run(name: string, input: unknown): Promise<void> {
  const kind = (jobKinds as Record<string, ((input: never, tools: JobTools) => unknown) | undefined>)[name];
  send({
    kind: 'end',
    result: await toResult(() => {
      if (!kind) throw new Failure('invalidInput');
      return kind(input as never, tools);
    }),
  });
}
