// Kills the running application while somebody types, at random moments and at slowed writes, and looks whether everything that it had
// answered is there when it starts again: `npm run kills -- --count 200 --seed 1`.
import { parseArgs } from 'node:util';
import { withVirtualDisplay } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';
import { ensureSystem, toDisplay, toStart } from './setup/system.mjs';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '200' }, seed: { type: 'string' } },
});

await runMain(async () => {
  await ensureDependencies();
  await ensureSystem([...toStart, ...toDisplay]);
  await ensureBuild();
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime();
  const seed = values.seed ?? String(Date.now());
  return withVirtualDisplay(async (display) => {
    const env = { HYOKA_RUNTIME: runtime.path, ...display };
    const { code } = await run(process.execPath, [fromRoot('scripts/kills/one.mjs'), values.count, seed], {
      env,
    });
    return code;
  });
});
