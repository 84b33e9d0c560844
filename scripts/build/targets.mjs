import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { root } from '../lib/paths.mjs';
import { recordPackages } from './packages-used.mjs';

const entry = (/** @type {string} */ path) => resolve(root, path);

/** What both the shell and its helpers may rely on: the oldest runtime that tests use. */
const nodeTarget = 'node20.18';
const browserTarget = 'chrome130';

/** @returns {import('vite').InlineConfig} */
function base() {
  return { root, configFile: false, logLevel: 'warn', publicDir: false, plugins: [recordPackages()] };
}

/**
 * Everything that runs in Node: the shell, its processes for jobs and documents, and the command line. All libraries are bundled,
 * so the product carries no node_modules.
 * @returns {import('vite').InlineConfig}
 */
function nodeTargetConfig() {
  return {
    ...base(),
    // sql.js is a CommonJS script that asks for its folder; the bundle is a module.
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: nodeTarget,
      outDir: 'dist/main',
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: {
          main: entry('electron/main.ts'),
          job: entry('electron/jobs/process.ts'),
          store: entry('electron/store/process.ts'),
          cli: entry('electron/cli.ts'),
        },
        external: ['electron'],
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Some libraries are CommonJS and ask where they stand.
          banner: 'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
        },
      },
    },
  };
}

/**
 * A sandboxed preload must be one CommonJS file.
 * @returns {import('vite').InlineConfig}
 */
function preloadConfig() {
  return {
    ...base(),
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: nodeTarget,
      outDir: 'dist/preload',
      emptyOutDir: true,
      minify: false,
      rollupOptions: {
        input: { preload: entry('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}

/** @returns {import('vite').InlineConfig} */
function rendererConfig() {
  return {
    ...base(),
    root: entry('renderer'),
    base: './',
    plugins: [react(), recordPackages()],
    build: {
      target: browserTarget,
      outDir: entry('dist/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
    },
  };
}

export const targets = [
  { name: 'shell', config: nodeTargetConfig },
  { name: 'preload', config: preloadConfig },
  { name: 'window', config: rendererConfig },
];
