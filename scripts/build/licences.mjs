import { realpathSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { packageFolders } from './packages-used.mjs';
import { vendoredPackages } from './resources.mjs';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Part */

/** Writes THIRD-PARTY.txt: every npm package that is inside the product, and what packages bring along, with its licence text. */
export async function writeLicences() {
  const parts = await Promise.all(foldersInProduct().map(readPart));
  parts.sort((a, b) => a.name.localeCompare(b.name));
  await writeFile(
    fromRoot('dist/resources/THIRD-PARTY.txt'),
    [...parts, ...(await bundledParts())].map(describe).join('\n'),
  );
}

/** Where packaging finds the folders of the npm packages that this build took code or files from. */
export const partsFile = fromRoot('dist/.parts.json');

/** Notes what packaging lists in the software bill of materials. */
export async function writeParts() {
  await writeFile(partsFile, JSON.stringify(foldersInProduct()));
}

/** By their true folders: where `node_modules` is a link, a package has two paths and would be listed twice. */
function foldersInProduct() {
  const copied = vendoredPackages.map((name) => fromRoot('node_modules', name));
  return [...new Set([...packageFolders, ...copied].map((folder) => realpathSync(folder)))].sort();
}

/**
 * @param {string} folder
 * @returns {Promise<Part>}
 */
async function readPart(folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const manifest = /** @type {{ name: string, version: string, license?: string }} */ (parsed);
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    name: manifest.name,
    version: manifest.version,
    licence: manifest.license ?? 'see text',
    text: texts.join('\n').trim() || '(The package brings no licence file of its own.)',
  };
}

/**
 * Decoders, fonts and character maps that a package brings along have licences of their own, beside their files.
 * @returns {Promise<Part[]>}
 */
async function bundledParts() {
  const vendor = fromRoot('dist/resources/vendor');
  const names = (await readdir(vendor, { recursive: true })).filter((name) =>
    /(^|[\\/])licen[cs]e[^\\/]*$/i.test(name),
  );
  return Promise.all(
    names.sort().map(async (name) => ({
      name: name.replaceAll('\\', '/'),
      version: '',
      licence: 'see text',
      text: (await readFile(join(vendor, name), 'utf8')).trim(),
    })),
  );
}

/** @param {Part} part */
function describe(part) {
  const title = [part.name, part.version, '—', part.licence].filter(Boolean).join(' ');
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n${part.text}\n`;
}
