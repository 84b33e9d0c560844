import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';

/** Folders of the npm packages whose code went into any bundle of this build. */
export const packageFolders = /** @type {Set<string>} */ (new Set());

const inPackage = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * Notes which npm packages end up in the product, so that the licence list names exactly those.
 * @returns {import('vite').Plugin}
 */
export function recordPackages() {
  return {
    name: 'record-packages',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('.css')) noteStyles(code);
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          notePackage(id);
          noteInlined(id, this.getModuleInfo(id)?.code ?? '');
        }
      }
    },
  };
}

/** @param {string} id */
function notePackage(id) {
  const match = inPackage.exec(`${dirname(id.replace(/^\0/, '')).replaceAll('\\', '/')}/`);
  if (match?.[1]) packageFolders.add(match[1]);
}

/** Style sheets are joined before they are bundled: what they import is no module. */
const imported = /@import ['"]((?:@[^/'"]+\/)?[^./'"][^/'"]*)\//g;

/** @param {string} code */
function noteStyles(code) {
  for (const [, name = ''] of code.matchAll(imported)) packageFolders.add(fromRoot('node_modules', name));
}

/** What the authors of a package built into it stands there under a line with the path it came from. */
const inlined = /^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;

/** @param {string} id @param {string} code */
function noteInlined(id, code) {
  const holder = inPackage.exec(`${dirname(id.replace(/^\0/, '')).replaceAll('\\', '/')}/`)?.[1] ?? '';
  for (const [, name = ''] of code.matchAll(inlined)) {
    const own = join(holder, 'node_modules', name);
    packageFolders.add(existsSync(own) ? own : fromRoot('node_modules', name));
  }
}
