import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';

/** Where the bundle of test/host is laid for the runtime to start. */
export const hostFolder = resolve('.cache/host');

/** Bundles test/host once before the tests. */
export default async function buildHost(): Promise<void> {
  if (process.env.HYOKA_PACKAGED) return;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: hostFolder,
      emptyOutDir: true,
      rollupOptions: { input: { main: resolve('test/host/main.ts') }, external: ['electron'] },
    },
  });
  const manifest = { name: 'hyokasho-host', version: '0.0.0', type: 'module', main: 'main.js' };
  await writeFile(`${hostFolder}/package.json`, JSON.stringify(manifest));
}
