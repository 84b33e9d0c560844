// Reads mutated files of every format in the guarded reading process: `npm run fuzz -- --count 5000 --seed 1`.
import { parseArgs } from 'node:util';
import { runMain } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';

/** @typedef {{ fuzz: (campaign: { count: number, seed: number }) => Promise<boolean> }} FuzzModule */

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string' } },
});

await runMain(async () => {
  await ensureDependencies();
  await ensureBuild();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport('./test/fuzz/main.ts', { configFile: false, logLevel: 'error' });
  const { fuzz } = /** @type {FuzzModule} */ (module);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
  return (await fuzz({ count: Number(values.count), seed })) ? 0 : 1;
});
