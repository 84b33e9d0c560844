import { defineConfig } from 'vitest/config';

/**
 * The unit tests without projects, for the mutation tester; HYOKA_MUTATION_TESTS names some of them, separated by commas. Left out is what
 * takes long: the simulator, which has mutants of its own (`npm run simulate -- --mutants`), and tests that run the program in other
 * processes, where no mutant is active.
 */
export default defineConfig({
  test: {
    name: 'unit',
    environment: 'node',
    include: process.env.HYOKA_MUTATION_TESTS?.split(',') ?? ['test/unit/**/*.test.{ts,tsx}'],
    exclude: [
      'test/unit/simulation/{schedules,exhaustive,replay}.test.ts',
      'test/unit/electron/documents/kill.test.ts',
      'test/unit/electron/store/processStore.test.ts',
      'test/unit/electron/jobs/{reading,worker,watch}.test.ts',
    ],
    globalSetup: ['test/unit/setup/resources.ts'],
    setupFiles: ['test/unit/setup/properties.ts'],
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdf.worker.mjs'),
  },
});
