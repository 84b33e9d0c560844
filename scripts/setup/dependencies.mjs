import { lstat, readFile } from 'node:fs/promises';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { Plainly, say } from '../lib/say.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, integrity?: string }> }} Lock */

/** Installs the libraries from the lock file when they are missing or differ from it. */
export async function ensureDependencies() {
  if (await isUpToDate()) return;
  say('installing libraries from the lock file (npm ci)');
  const { code, output } = await run('npm', ['ci', '--loglevel=error'], {
    quiet: true,
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  if (code !== 0) throw new Plainly(`The libraries could not be installed.\n${output}`);
}

async function isUpToDate() {
  // A linked folder belongs to another checkout, which keeps it up to date itself.
  const folder = await lstat(fromRoot('node_modules')).catch(() => null);
  if (folder?.isSymbolicLink()) return true;
  const [wanted, present] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ]);
  return wanted !== null && present !== null && Object.entries(wanted.packages).every(isPresent(present));
}

/** @param {Lock} present */
function isPresent(present) {
  return (/** @type {[string, Lock['packages'][string]]} */ [path, entry]) =>
    path === '' || entry.optional === true || present.packages[path]?.integrity === entry.integrity;
}

/**
 * @param {string} path
 * @returns {Promise<Lock | null>}
 */
async function readLock(path) {
  const text = await readFile(fromRoot(path), 'utf8').catch(() => null);
  return text === null ? null : /** @type {Lock} */ (JSON.parse(text));
}
