import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          globalSetup: ['test/unit/setup/resources.ts'],
          setupFiles: ['test/unit/setup/properties.ts'],
          // Against endless loops only: what takes how long is a matter of `npm run bench`, not of a busy machine.
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
    // What pdf.js leaves to nobody of a damaged file (see electron/jobs/process.ts) is no fault of a test.
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdf.worker.mjs'),
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['shared/**', 'electron/**', 'renderer/**'] },
  },
});
