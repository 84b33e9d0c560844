import { resolve } from 'node:path';
import { build } from 'vite';

/** Builds one script of the program as the product has it, below the repository; answers its path. */
export async function bundled(source: string, name: string): Promise<string> {
  const outDir = resolve('.cache', `test-${name}`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { [name]: resolve(source) },
        output: {
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name].mjs',
          banner: 'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
        },
      },
    },
  });
  return resolve(outDir, `${name}.mjs`);
}
