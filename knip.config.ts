import type { KnipConfig } from 'knip';

/** Used without an import: files copied into the product, types of libraries, programs that scripts start. */
const usedOtherwise = [
  '@expo-google-fonts/biz-udpgothic',
  '@expo-google-fonts/biz-udpmincho',
  '@types/encoding-japanese',
  '@digital-go-jp/design-tokens',
  'electron-builder',
];

const config: KnipConfig = {
  entry: [
    'electron/main.ts',
    'electron/preload.ts',
    'electron/jobs/process.ts',
    'electron/store/process.ts',
    'electron/cli.ts',
    'renderer/main.tsx',
    'scripts/*.mjs',
    'scripts/{bench,damage,kills,tour}/one.mjs',
    'test/fuzz/main.ts',
    'test/kills/main.ts',
    'scripts/package/after-pack.mjs',
    'scripts/runtime/loader/index.mjs',
    'test/host/main.ts',
    'test/damage/main.ts',
    'test/tour/tour.ts',
    'test/**/*.{test,spec,bench}.{ts,tsx}',
    'test/unit/setup/*.ts',
    'test/simulation/campaign/main.ts',
    'test/unit/electron/documents/typist.ts',
    'test/unit/electron/store/costlyProcess.ts',
  ],
  project: ['{shared,electron,renderer,test,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: true,
  // Programs of the system that scripts and tests start.
  ignoreBinaries: ['mkfifo', 'Xvfb', 'mount', 'umount', 'soffice', 'chromium', 'sqlite3', 'strace'],
  ignoreDependencies: usedOtherwise,
};

export default config;
