import { expect, test, type ElectronApplication } from '@playwright/test';
import { withHost } from '../harness/host';

interface Trial {
  readonly steps: number;
  readonly crash?: boolean;
  readonly cancelAfterMs?: number;
}

/** Runs the pausing job and answers its value or error code, with the steps that were reported. */
function attempt(app: ElectronApplication, trial: Trial) {
  return app.evaluate(async (_electron, { steps, crash, cancelAfterMs }) => {
    const controller = new AbortController();
    const reported: number[] = [];
    if (cancelAfterMs !== undefined) setTimeout(() => controller.abort(), cancelAfterMs);
    const outcome = await globalThis.host
      .startJob(
        'pause',
        { steps, ms: 20, ...(crash !== undefined && { crash }) },
        { signal: controller.signal, onProgress: (_step, done) => void reported.push(done) },
      )
      .then(
        (value) => JSON.stringify(value),
        (thrown: unknown) => (thrown as { code: string }).code,
      );
    return { outcome, reported };
  }, trial);
}

test('a job reports its progress and answers', async () => {
  const { outcome, reported } = await withHost((app) => attempt(app, { steps: 3 }));
  expect(outcome).toBe('{"done":3}');
  expect(reported).toEqual([1, 2, 3]);
});

test('a cancelled job stops early and says so', async () => {
  const { outcome, reported } = await withHost((app) => attempt(app, { steps: 1000, cancelAfterMs: 400 }));
  expect(outcome).toBe('jobCancelled');
  expect(reported.length).toBeLessThan(1000);
});

test('a job that crashes is an error, and the program goes on', async () => {
  await withHost(async (app) => {
    expect((await attempt(app, { steps: 1, crash: true })).outcome).toBe('jobCrashed');
    expect((await attempt(app, { steps: 1 })).outcome).toBe('{"done":1}');
  });
});
