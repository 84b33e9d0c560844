import { defineConfig } from '@playwright/test';

const packaged = process.env.HYOKA_PACKAGED !== undefined;

export default defineConfig({
  testDir: packaged ? 'test/e2e/packaged' : 'test/e2e',
  testIgnore: packaged ? [] : ['packaged/**'],
  globalSetup: './test/e2e/harness/build-host.ts',
  outputDir: 'test-results/playwright',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One window at a time: tests assert focus. Two displays at once were no faster: drawing takes both cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }],
  ],
});
