import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeDocument, sqlite } from '../../../../electron/database/format';
import { nameOf, startService, temporaryFolder } from './harness';

/** Starts the typist, a TypeScript file, in a plain Node of its own. */
const START = `
  import { runnerImport } from 'vite';
  await runnerImport('./test/unit/electron/documents/typist.ts', { configFile: false, logLevel: 'error' });
`;

/** KILLS=50 for a long run. */
const kills = Number(process.env.KILLS ?? 4);

/** Lets the typist type for a while, kills it without warning, and answers the last number it was sure of. */
function typeAndDie(path: string, root: string, after: number): Promise<number> {
  const env = { ...process.env, TYPIST_PATH: path, TYPIST_ROOT: root };
  const args = ['--input-type=module', '-e', START];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  let typed = '';
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), after));
  child.stdout.on('data', (data: Buffer) => (typed += data.toString()));
  return new Promise((done) => {
    child.on('close', () => done(Number(typed.slice(0, typed.lastIndexOf('\n')).split('\n').at(-1))));
  });
}

it(
  'a program that is killed while typing loses nothing that was answered, and never leaves a damaged file',
  async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await service.closeAll();
    for (let kill = 0; kill < kills; kill++) {
      const after = 40 + Math.random() * 1_500;
      const sure = await typeAndDie(view.path, root, after);
      expect(decodeDocument(await sqlite(), readFileSync(view.path)).ok).toBe(true);
      const { service: next } = await startService(root);
      const again = await next.open(view.path);
      expect(again.access.kind).toBe('edit');
      expect(Number(nameOf(next, again))).toBeGreaterThanOrEqual(sure);
      expect(Number(nameOf(next, again))).toBeLessThanOrEqual(sure + 1);
      await next.closeAll();
    }
  },
  kills * 10_000 + 10_000,
);
