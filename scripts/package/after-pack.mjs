import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The development host starts a folder through a loader of its own; the packaged program starts its archive only.
 * @param {{ appOutDir: string }} context
 */
export async function afterPack({ appOutDir }) {
  await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
}
