import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles the program of a job from its sources, as the product has it (scripts/build/targets.mjs); answers its path. */
export async function buildJob(): Promise<string> {
  const folder = resolve('.cache/job');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { job: resolve('electron/jobs/process.ts') },
        external: ['electron'],
        output: {
          format: 'es',
          banner: 'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
        },
      },
    },
  });
  return `${folder}/job.js`;
}
