import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles run from dist/main (or its chunks), tests from the sources: both find dist/ above them. */
const dist =
  ['..', '../..', '../dist', '../../dist'].map((up) => join(here, up)).find(isDist) ?? join(here, '..');

function isDist(folder: string): boolean {
  return existsSync(join(folder, 'resources', 'vendor'));
}

/** Path of a file of the product: fonts, wasm, the sample assessment. Readable inside an asar archive too. */
export const resourcePath = (...parts: readonly string[]): string => join(dist, 'resources', ...parts);

/** Path of a built file: `main`, `preload` or `renderer`. */
export const distPath = (...parts: readonly string[]): string => join(dist, ...parts);
