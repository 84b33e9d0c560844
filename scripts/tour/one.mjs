// Takes the tour in both languages; started by scripts/tour.mjs inside the virtual display.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { fromRoot } from '../lib/paths.mjs';

/** @typedef {{ takeTour: (language: 'ja' | 'en', folder: string) => Promise<void> }} TourModule */

const { module } = await runnerImport(fromRoot('test/tour/tour.ts'), {
  configFile: false,
  logLevel: 'error',
});
const { takeTour } = /** @type {TourModule} */ (module);
for (const language of /** @type {const} */ (['ja', 'en'])) {
  await takeTour(language, join(process.argv[2] ?? 'tour', language));
}
process.exit(0);
