// End-to-end tests in the real runtime, under a virtual display of their own. With --packaged: the smoke test
// against the packaged folder. Other arguments go to Playwright.
import { withVirtualDisplay } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { packagedProgram } from './package/places.mjs';
import { getRuntime } from './runtime/get.mjs';

const packaged = process.argv.includes('--packaged');
const args = process.argv.slice(2).filter((argument) => argument !== '--packaged');

await runMain(async () => {
  const playwright = fromRoot('node_modules/.bin/playwright');
  const env = packaged ? packagedEnvironment() : { HYOKA_RUNTIME: (await getRuntime()).path };
  return withVirtualDisplay(async (display) => {
    const { code } = await run(playwright, ['test', ...args], { env: { ...env, ...display } });
    return code;
  });
});

function packagedEnvironment() {
  return {
    HYOKA_PACKAGED: packagedProgram,
    PLAYWRIGHT_JSON_OUTPUT_FILE: fromRoot('test-results/packaged.json'),
  };
}
