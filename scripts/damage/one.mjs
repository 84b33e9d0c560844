// Runs the campaign of damaged files in a process of its own and says before each file which one it is.
import { runnerImport } from 'vite';
import { fromRoot } from '../lib/paths.mjs';

/** @typedef {{ main: (count: number, seed: number, begin: (at: number) => void) => Promise<boolean> }} Campaign */

const [count = 0, seed = 0] = process.argv.slice(2).map(Number);
const { module } = await runnerImport(fromRoot('test/damage/main.ts'), {
  configFile: false,
  logLevel: 'error',
});
const { main } = /** @type {Campaign} */ (module);
const isClean = await main(count, seed, (at) => process.send?.(at));
process.exit(isClean ? 0 : 1);
