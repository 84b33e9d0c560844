import { dirname } from 'node:path';

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
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) notePackage(id);
      }
    },
  };
}

/** @param {string} id */
function notePackage(id) {
  const match = inPackage.exec(`${dirname(id.replace(/^\0/, '')).replaceAll('\\', '/')}/`);
  if (match?.[1]) packageFolders.add(match[1]);
}
