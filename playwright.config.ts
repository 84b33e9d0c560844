import { defineConfig } from '@playwright/test';

// Each worker reads this file and moves to a virtual display for itself, so that its window alone has the focus there.
const displays = process.env.HYOKA_DISPLAYS?.split(' ') ?? [];
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
if (displays.length > 0) process.env.DISPLAY = displays[worker % displays.length];

const packaged = process.env.HYOKA_PACKAGED !== undefined;

export default defineConfig({
  testDir: packaged ? 'test/e2e/packaged' : 'test/e2e',
  testIgnore: packaged ? [] : ['packaged/**'],
  globalSetup: './test/e2e/harness/build-host.ts',
  outputDir: 'test-results/playwright',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // One window for each display, since tests assert focus; `scripts/e2e.mjs` starts as many displays as workers.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }],
  ],
});
