/**
 * Mutation testing (`npm run mutate -- FOLDER`, which says what is mutated).
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  coverageAnalysis: 'perTest',
  // The copy of the project that mutants run in: tests find `../shared` beside it, where the script links it.
  tempDirName: '.cache/mutation',
  ignorePatterns: [
    '/.cache',
    '/release',
    '/tour',
    '/test-results',
    '/dist/main',
    '/dist/preload',
    '/dist/renderer',
    '/resources/guide',
    '/test/e2e',
  ],
  disableTypeChecks: false,
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'test-results/mutation/mutation.html' },
  jsonReporter: { fileName: 'test-results/mutation/mutation.json' },
  thresholds: { high: 90, low: 75, break: null },
};
