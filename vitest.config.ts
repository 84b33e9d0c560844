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
        },
      },
    ],
    // What pdf.js leaves to nobody of a damaged file (see electron/jobs/process.ts) is no fault of a test.
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdf.worker.mjs'),
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['shared/**', 'electron/**', 'renderer/**'] },
  },
});
