import { defineConfig } from '@playwright/test';

const packaged = process.env.HYOKA_PACKAGED !== undefined;

export default defineConfig({
  testDir: packaged ? 'test/e2e/packaged' : 'test/e2e',
  testIgnore: packaged ? [] : ['packaged/**'],
  globalSetup: './test/e2e/harness/build-host.ts',
  outputDir: 'test-results/playwright',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One window at a time: tests measure and assert focus.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }],
  ],
});
