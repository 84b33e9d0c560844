// Damages `.hyoka` files of all formats in many ways and looks at what opening and rescue make of them:
//   npm run damage -- --count 10000 [--seed 1]
// Ends with 1 where a damaged file opens without a notice and differs, or where one file takes longer than half a minute.
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fromRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

/** The longest time that one file may take (ms). */
const LONGEST = 30_000;

await runMain(async () => {
  await ensureDependencies();
  const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
  const count = Number(values.count ?? 10_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  return watched(count, seed);
});

/**
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<number>}
 */
function watched(count, seed) {
  return new Promise((resolve) => {
    const child = fork(fromRoot('scripts/damage/one.mjs'), [String(count), String(seed)]);
    let at = 0;
    const stop = () => {
      say(`the file of seed ${seed + at} took longer than ${LONGEST / 1000} s`);
      child.kill('SIGKILL');
    };
    // Making the files that are damaged takes longer than one of them may.
    let timer = setTimeout(stop, 10 * LONGEST);
    child.on('message', (/** @type {number} */ next) => {
      at = next;
      clearTimeout(timer);
      timer = setTimeout(stop, LONGEST);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}
