// End-to-end tests in the real runtime, under a virtual display of their own.
import { withVirtualDisplay } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { getRuntime } from './runtime/get.mjs';

await runMain(async () => {
  const runtime = await getRuntime();
  const playwright = fromRoot('node_modules/.bin/playwright');
  const env = { HYOKA_RUNTIME: runtime.path };
  return withVirtualDisplay(async (display) => {
    const { code } = await run(playwright, ['test', ...process.argv.slice(2)], {
      env: { ...env, ...display },
    });
    return code;
  });
});
