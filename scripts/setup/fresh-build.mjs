import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { Plainly, say } from '../lib/say.mjs';

const inputs = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'scripts/build',
  'scripts/build.mjs',
  'package-lock.json',
];

/** Written at the end of a build. */
export const stamp = fromRoot('dist/.built');

/** Builds dist/ when it is missing or older than what it is made from. */
export async function ensureBuild() {
  const built = await timeOf(stamp);
  const newest = Math.max(...(await Promise.all(inputs.map((path) => newestIn(fromRoot(path))))));
  if (built > newest) return;
  say('building the application');
  const { code, output } = await run(process.execPath, [fromRoot('scripts/build.mjs')], { quiet: true });
  if (code !== 0) throw new Plainly(`The build failed.\n${output}`);
}

/** @param {string} path */
const timeOf = (path) =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/**
 * Time of the newest file, in ms. Folders count too: their time changes when a file is removed.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newestIn(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const inside = entries.map((entry) =>
    entry.isDirectory() ? newestIn(join(path, entry.name)) : timeOf(join(path, entry.name)),
  );
  return Math.max(await timeOf(path), ...(await Promise.all(inside)));
}
