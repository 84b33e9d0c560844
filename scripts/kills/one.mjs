// The campaign itself; started by scripts/kills.mjs inside the virtual display.
import { runnerImport } from 'vite';
import { fromRoot } from '../lib/paths.mjs';

/** @typedef {{ kills: (campaign: { count: number, seed: string }) => Promise<boolean> }} KillsModule */

const { module } = await runnerImport(fromRoot('test/kills/main.ts'), {
  configFile: false,
  logLevel: 'error',
});
const { kills } = /** @type {KillsModule} */ (module);
const [count = '200', seed = '1'] = process.argv.slice(2);
process.exit((await kills({ count: Number(count), seed })) ? 0 : 1);
