import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { cacheFolder } from './cache.mjs';

const packageFolder = fromRoot('node_modules/electron');

/** The version of Electron that the product ships with. */
export async function officialVersion() {
  /** @type {unknown} */
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return /** @type {{ version: string }} */ (manifest).version;
}

/** Path of the official binary when it is installed. */
export async function installedBinary() {
  const name = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => '');
  const path = join(packageFolder, 'dist', name);
  return name && existsSync(path) ? path : null;
}

/** Tries the official download; a failure is remembered so that later starts do not wait for it again. */
export async function downloadOnce() {
  const version = await officialVersion();
  const memory = join(cacheFolder, `official-${version}-unreachable`);
  if (existsSync(memory)) return null;
  say(`getting Electron ${version} from its official site (tried once)`);
  const env = { ELECTRON_SKIP_BINARY_DOWNLOAD: '' };
  await run(process.execPath, [join(packageFolder, 'install.js')], { quiet: true, env, timeoutMs: 600_000 });
  const binary = await installedBinary();
  if (binary === null) await remember(memory);
  return binary;
}

/** @param {string} memory */
async function remember(memory) {
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(memory, 'The official download failed. Delete this file to try it again.\n');
  say(`it cannot be reached from here; delete ${memory} to try again`);
}
