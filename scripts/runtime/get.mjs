import { Plainly, say } from '../lib/say.mjs';
import { developmentHost, hostFits, hostVersion, purpose } from './development-host.mjs';
import { downloadOnce, installedBinary, officialVersion } from './official.mjs';

/** @typedef {{ path: string, version: string, shipped: boolean }} Runtime */

/**
 * The Electron to run: the one the product ships with where it can be had, else the development host.
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<Runtime>}
 */
export async function getRuntime({ quiet = false } = {}) {
  if (process.env.HYOKA_RUNTIME) return { path: process.env.HYOKA_RUNTIME, version: '', shipped: false };
  const official = (await installedBinary()) ?? (await downloadOnce());
  if (official) return { path: official, version: await officialVersion(), shipped: true };
  if (!hostFits()) {
    throw new Plainly(
      'Electron cannot be downloaded here. Set HYOKA_RUNTIME to the path of an Electron program.',
    );
  }
  const path = await developmentHost();
  if (!quiet) say(purpose);
  return { path, version: hostVersion, shipped: false };
}
