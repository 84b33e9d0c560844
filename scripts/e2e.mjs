// End-to-end tests in the real runtime, on virtual displays. With --packaged: the smoke test against the packaged
// folder. Other arguments go to Playwright.
import { withVirtualDisplays } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { packagedProgram } from './package/places.mjs';
import { getRuntime } from './runtime/get.mjs';

const packaged = process.argv.includes('--packaged');
/** Tests at the same time; each has a display for itself, since only one window of a display has the focus. */
const WORKERS = 2;

const args = process.argv.slice(2).filter((argument) => argument !== '--packaged');

await runMain(async () => {
  const playwright = fromRoot('node_modules/.bin/playwright');
  const env = packaged ? packagedEnvironment() : { HYOKA_RUNTIME: (await getRuntime()).path };
  return withVirtualDisplays(WORKERS, async (displays) => {
    const options = { env: { ...env, HYOKA_DISPLAYS: displays.join(' ') } };
    const { code } = await run(playwright, ['test', `--workers=${String(WORKERS)}`, ...args], options);
    return code;
  });
});

function packagedEnvironment() {
  return {
    HYOKA_PACKAGED: packagedProgram,
    PLAYWRIGHT_JSON_OUTPUT_FILE: fromRoot('test-results/packaged.json'),
  };
}
