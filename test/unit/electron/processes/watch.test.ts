import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readingLimits } from '../../../../electron/processes/watch';

/** Runs the words in a plain Node of its own, under the watch; answers how it ended and after what time (ms). */
function watched(limits: string, work: string): Promise<{ signal: string | null; after: number }> {
  const code = `
    import { runnerImport } from 'vite';
    const { module } = await runnerImport('./electron/processes/watch.ts', { configFile: false, logLevel: 'error' });
    const watch = await module.watchThisProcess(${limits});
    process.stdout.write('begun');
    ${work}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let begun = 0;
  child.stdout.once('data', () => (begun = Date.now()));
  const last = setTimeout(() => child.kill('SIGTERM'), 15_000);
  return new Promise((done) =>
    child.on('close', (_, signal) => {
      clearTimeout(last);
      done({ signal, after: Date.now() - begun });
    }),
  );
}

const GIGABYTE = 1024 ** 3;

describe('a watched process', () => {
  it('that hangs in an endless loop is ended', async () => {
    const { signal, after } = await watched(
      `{ silence: 500, total: 60_000, memory: ${String(8 * GIGABYTE)} }`,
      'for (;;);',
    );
    expect(signal).toBe('SIGKILL');
    expect(after).toBeLessThan(8_000);
  }, 20_000);

  it('that takes memory without end is ended', async () => {
    const limits = `{ silence: 60_000, total: 60_000, memory: ${String(GIGABYTE)} }`;
    const { signal } = await watched(
      limits,
      'const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1));',
    );
    expect(signal).toBe('SIGKILL');
  }, 20_000);

  it('that works longer than it may in all is ended, although it reports', async () => {
    const limits = `{ silence: 60_000, total: 1_000, memory: ${String(8 * GIGABYTE)} }`;
    const { signal } = await watched(limits, 'for (;;) watch.report();');
    expect(signal).toBe('SIGKILL');
  }, 20_000);

  it('that waits for work is left alone, and is watched again when it works', async () => {
    const limits = `{ silence: 500, total: 1e9, memory: ${String(8 * GIGABYTE)} }`;
    const work = `
      const until = (end) => { while (Date.now() < end); };
      watch.end();
      until(Date.now() + 1_000);
      await module.watchThisProcess(${limits});
      until(Infinity);`;
    const { signal, after } = await watched(limits, work);
    expect(signal).toBe('SIGKILL');
    expect(after).toBeGreaterThan(1_400);
  }, 20_000);

  it('that reports its progress may go on', async () => {
    const limits = `{ silence: 1_000, total: 1e9, memory: ${String(8 * GIGABYTE)} }`;
    const work = `
      const end = Date.now() + 2_500;
      while (Date.now() < end) watch.report();`;
    expect(await watched(limits, work)).toMatchObject({ signal: null });
  }, 20_000);

  it('that reports its progress for too long is ended', async () => {
    const limits = `{ silence: 1_000, total: 1_500, memory: ${String(8 * GIGABYTE)} }`;
    const { signal, after } = await watched(limits, 'for (;;) watch.report();');
    expect(signal).toBe('SIGKILL');
    expect(after).toBeGreaterThan(1_200);
  }, 20_000);

  it('may take its time again for the next piece of work, and any time between two', async () => {
    const limits = `{ silence: 900, total: 900, memory: ${String(8 * GIGABYTE)} }`;
    const work = `
      const pause = (ms) => new Promise((done) => setTimeout(done, ms));
      await pause(600);
      watch.end();
      await pause(1_200);
      const next = await module.watchThisProcess(${limits});
      await pause(600);
      next.end();`;
    expect(await watched(limits, work)).toMatchObject({ signal: null });
  }, 20_000);
});

describe('the limits of a reading process', () => {
  it('give a small file half a minute and a gigabyte, and a large one more time', () => {
    const { silence, total, memory } = readingLimits(100_000);
    expect(Math.max(silence, total)).toBeLessThan(26_000);
    expect(memory).toBeLessThan(GIGABYTE);
    expect(readingLimits(20 * 1024 ** 2).total).toBeGreaterThan(60_000);
  });
});
