import { build } from 'vite';
import { fromRoot, root } from '../lib/paths.mjs';

/**
 * Bundles the simulator with the program under test into one module; answers its path.
 * @param {string} name
 * @param {import('vite').Plugin[]} [plugins]
 */
export async function bundle(name, plugins = []) {
  const outDir = fromRoot('.cache/simulate');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins,
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: ['sql.js', 'electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: { main: fromRoot('test/simulation/campaign/main.ts') },
        external: ['electron', 'sql.js'],
        output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  });
  return `${outDir}/${name}.mjs`;
}

/**
 * Puts edits into the source as it is loaded; throws where the source has not the text that is changed.
 * @param {readonly import('./types').SourceEdit[]} edits
 * @returns {import('vite').Plugin}
 */
export function editPlugin(edits) {
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, loaded) {
      const mine = edits.filter(({ file }) => loaded === fromRoot(file));
      return mine.length === 0 ? undefined : mine.reduce(edited, code);
    },
  };
}

/** @param {string} code @param {import('./types').SourceEdit} edit */
function edited(code, { file, find, replace }) {
  if (code.split(find).length !== 2) throw new Error(`${JSON.stringify(find)} is not once in ${file}`);
  return code.replace(find, () => replace);
}
