import { describe, expect, it } from 'vitest';
import type { Child } from '../../../../electron/processes/child';
import { forkChild } from '../../../../electron/processes/fork';
import type { FromJob, ToJob } from '../../../../electron/jobs/messages';
import { outcomeOf } from '../../../../electron/jobs/outcome';
import { jobWorker } from '../../../../electron/jobs/worker';
import { Failure } from '../../../../shared/commands/failure';
import { bundled } from '../store/bundle';

const script = await bundled('electron/jobs/process.ts', 'job');

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error as Partial<Failure>).code,
  );

/** A worker, and how many processes it started. */
function countedWorker() {
  let started = 0;
  const worker = jobWorker(() => {
    started += 1;
    return forkChild<ToJob, FromJob>(script);
  });
  return { worker, started: () => started };
}

describe('a worker', () => {
  it('runs one job after the other in one process, and replaces one that broke', async () => {
    const { worker, started } = countedWorker();
    const steps: number[] = [];
    const onProgress = (_: string, done: number) => void steps.push(done);
    expect(await worker.run('pause', { steps: 2, ms: 1 }, { onProgress })).toEqual({ done: 2 });
    expect(await worker.run('pause', { steps: 1, ms: 1 })).toEqual({ done: 1 });
    expect([started(), steps]).toEqual([1, [1, 2]]);
    expect(await codeOf(worker.run('pause', { steps: 1, ms: 1, crash: true }))).toBe('jobCrashed');
    expect(await worker.run('pause', { steps: 1, ms: 1 })).toEqual({ done: 1 });
    expect(started()).toBe(2);
    worker.end();
  }, 30_000);

  it('gives each answer to its own job where several are asked for at once', async () => {
    const { worker, started } = countedWorker();
    const answers = await Promise.all([
      worker.run('pause', { steps: 3, ms: 5 }),
      codeOf(worker.run('pause', { steps: 1, ms: 1, crash: true })),
      worker.run('pause', { steps: 1, ms: 1 }),
      worker.run('pause', { steps: 2, ms: 1 }),
    ]);
    expect(answers).toEqual([{ done: 3 }, 'jobCrashed', { done: 1 }, { done: 2 }]);
    expect(started()).toBe(2);
    worker.end();
  }, 30_000);

  it('refuses a file that is no document and goes on with the next', async () => {
    const { worker, started } = countedWorker();
    expect(await codeOf(worker.run('documentFacts', { path: '/missing.hyoka' }))).toBe('fileNotFound');
    expect(await codeOf(worker.run('documentFacts', { path: script }))).toBe('fileForeign');
    expect(started()).toBe(1);
    worker.end();
  }, 30_000);
});

/** A job process that asks for these attachments and then answers with the number of bytes that it got. */
function asking(hashes: readonly string[]): Child<ToJob, FromJob> {
  let listener: (message: FromJob) => void = () => undefined;
  let bytes = 0;
  const next = () => {
    const hash = hashes[asked++];
    if (hash !== undefined) listener({ kind: 'attachment', hash });
    else listener({ kind: 'end', result: { ok: true, value: { done: bytes } } });
  };
  let asked = 0;
  return {
    send(message) {
      if (message.kind === 'run') queueMicrotask(next);
      if (message.kind !== 'attachment') return;
      if (message.result.ok) bytes += message.result.value?.length ?? 0;
      else listener({ kind: 'end', result: message.result });
      next();
    },
    onMessage: (found) => (listener = found),
    onExit: () => undefined,
    end: () => undefined,
  };
}

describe('attachments that a job asks for', () => {
  const input = { steps: 0, ms: 0 };

  it('come one after the other', async () => {
    const attachment = (hash: string) => Promise.resolve(hash === 'none' ? undefined : new Uint8Array(10));
    const work = outcomeOf(asking(['a', 'none', 'b']), 'pause', input, { attachment });
    expect(await work).toEqual({ done: 20 });
  });

  it('end the job in words where they cannot be had', async () => {
    const attachment = () => Promise.reject(new Failure('storeGone'));
    expect(await codeOf(outcomeOf(asking(['a']), 'pause', input, { attachment }))).toBe('storeGone');
  });
});
