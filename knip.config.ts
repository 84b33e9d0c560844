import type { KnipConfig } from 'knip';

/** Installed ahead of the parts that will use them; every entry leaves this list with its first import. */
const awaited = [
  '@axe-core/playwright',
  '@digital-go-jp/design-tokens',
  '@electron/fuses',
  '@playwright/test',
  'atomically',
  'diff',
  'docx',
  'electron-builder',
  'electron-log',
  'electron-store',
  'encoding-japanese',
  'fast-xml-parser',
  'fflate',
  'i18next',
  'immer',
  'mammoth',
  'pdfjs-dist',
  'react-aria-components',
  'react-i18next',
  'zustand',
];

/** Used without an import: files copied into the product, types of libraries, programs that scripts start. */
const usedOtherwise = [
  '@expo-google-fonts/biz-udpgothic',
  '@expo-google-fonts/biz-udpmincho',
  '@types/encoding-japanese',
  '@types/sql.js',
  'dependency-cruiser',
];

const config: KnipConfig = {
  entry: [
    'electron/main.ts',
    'electron/preload.ts',
    'electron/jobs/process.ts',
    'electron/cli.ts',
    'renderer/main.tsx',
    'scripts/*.mjs',
    'test/**/*.{test,spec,bench}.{ts,tsx}',
    'test/unit/setup/*.ts',
    'test/unit/electron/documents/typist.ts',
  ],
  project: ['{shared,electron,renderer,test,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [...awaited, ...usedOtherwise],
};

export default config;
