import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';

/** Files that npm packages bring and the product reads at run time: where they are, and their name under resources/. */
const vendored = [
  ['sql.js/dist/sql-wasm.wasm', 'vendor/sql-wasm.wasm'],
  ['pdfjs-dist/cmaps', 'vendor/pdfjs/cmaps'],
  ['pdfjs-dist/standard_fonts', 'vendor/pdfjs/standard_fonts'],
  ['pdfjs-dist/wasm', 'vendor/pdfjs/wasm'],
  [
    '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
    'fonts/BIZUDPGothic-Regular.ttf',
  ],
  ['@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf', 'fonts/BIZUDPGothic-Bold.ttf'],
  [
    '@expo-google-fonts/biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf',
    'fonts/BIZUDPMincho-Regular.ttf',
  ],
  ['@expo-google-fonts/biz-udpmincho/700Bold/BIZUDPMincho_700Bold.ttf', 'fonts/BIZUDPMincho-Bold.ttf'],
];

/** npm packages whose files are copied rather than bundled; the licence list names them too. */
export const vendoredPackages = [...new Set(vendored.map(([from]) => packageOf(from ?? '')))];

/** @param {string} path */
function packageOf(path) {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Compiled into the bundles, so not needed as files. */
const bundled = new Set(['forms', 'locales']);

/** @param {string} target */
async function copyOwn(target) {
  for (const name of await readdir(fromRoot('resources'))) {
    if (!bundled.has(name)) await cp(fromRoot('resources', name), `${target}/${name}`, { recursive: true });
  }
}

/** Lays out dist/resources: the project's own resources and what is taken from npm packages. */
export async function prepareResources() {
  const target = fromRoot('dist/resources');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await copyOwn(target);
  for (const [from = '', to = ''] of vendored) {
    const destination = `${target}/${to}`;
    await mkdir(dirname(destination), { recursive: true });
    await cp(fromRoot('node_modules', from), destination, { recursive: true });
  }
}

/**
 * The files that were copied from npm packages, as they lie in dist/resources.
 * @returns {Promise<readonly { packageName: string, file: string }[]>}
 */
export async function copiedFiles() {
  const lists = vendored.map(async ([from = '', to = '']) => {
    const files = await filesBelow(fromRoot('dist/resources', to));
    return files.map((file) => ({ packageName: packageOf(from), file }));
  });
  return (await Promise.all(lists)).flat();
}

/** @param {string} path */
async function filesBelow(path) {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
