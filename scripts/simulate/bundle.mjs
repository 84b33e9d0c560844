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
 * Puts a mutant into the source as it is loaded; throws where the source has not the text that the mutant changes.
 * @param {import('./mutants.mjs').Mutant} mutant
 * @returns {import('vite').Plugin}
 */
export function mutantPlugin({ file, find, replace, name }) {
  const id = fromRoot(file);
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, loaded) {
      if (loaded !== id) return undefined;
      if (code.split(find).length !== 2)
        throw new Error(`the mutant "${name}" does not fit ${file} any more`);
      return code.replace(find, () => replace);
    },
  };
}
