// Packages the program. Without arguments: for this platform. --dir: only the folder, for tests. --windows: for Windows.
import { existsSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { partsFile } from './build/licences.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { writeHashes } from './package/hashes.mjs';
import { release } from './package/places.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';
import { ensureSystem, toPackage } from './setup/system.mjs';

const wants = (/** @type {string} */ name) => process.argv.includes(name);

await runMain(async () => {
  await ensureDependencies();
  await ensureSystem(toPackage);
  await ensureBuild();
  await rm(release, { recursive: true, force: true });
  const sbom = await listParts();
  const { code } = await run(fromRoot('node_modules/.bin/electron-builder'), await builderArguments(), {
    env: environment(),
    quiet: wants('--dir'),
  });
  if (code !== 0) return code;
  await copyFile(sbom, join(release, basename(sbom)));
  await writeHashes(release);
  say(`packaged into ${release}`);
  return code;
});

/** Writes the software bill of materials, from which electron-builder takes it into the product. */
async function listParts() {
  const { sbom, writeSbom } = await import('./package/sbom.mjs');
  /** @type {unknown} */
  const folders = JSON.parse(await readFile(partsFile, 'utf8'));
  await writeSbom(/** @type {string[]} */ (folders), await packagedRuntime());
  return sbom;
}

/** The Electron that will be in the product; its program is known where it runs here too. */
async function packagedRuntime() {
  const { officialVersion } = await import('./runtime/official.mjs');
  const { getRuntime } = await import('./runtime/get.mjs');
  return wants('--windows') ? { path: null, version: await officialVersion() } : getRuntime({ quiet: true });
}

async function builderArguments() {
  const platform = wants('--windows') ? ['--win'] : process.platform === 'linux' ? ['--linux'] : [];
  return [...platform, ...(wants('--dir') ? ['dir'] : []), '--publish', 'never', ...(await localElectron())];
}

/** A Windows program needs the real Electron; on Linux the development host stands in where it cannot be had. */
async function localElectron() {
  if (wants('--windows')) return [];
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime();
  if (runtime.shipped) return [];
  return [`-c.electronDist=${dirname(runtime.path)}`, `-c.electronVersion=${runtime.version}`];
}

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz', '/usr/bin/7z'].find((path) => existsSync(path));
  // Tools that cannot be downloaded here must fail at once instead of waiting for a network.
  const offline = wants('--windows') ? {} : { ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:9/' };
  return { ...offline, ...(sevenZip && { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }) };
}
