import { defineConfig } from 'vitest/config';

/** The unit tests without projects, for the mutation tester. */
export default defineConfig({
  test: {
    name: 'unit',
    environment: 'node',
    include: ['test/unit/**/*.test.{ts,tsx}'],
    globalSetup: ['test/unit/setup/resources.ts'],
    setupFiles: ['test/unit/setup/properties.ts'],
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdf.worker.mjs'),
  },
});
