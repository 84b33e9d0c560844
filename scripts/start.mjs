// Starts the application from its sources; does everything a fresh machine needs first.
import { hasDisplay, withoutDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Plainly, runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';
import { ensureSystem, toStart } from './setup/system.mjs';

await runMain(async () => {
  if (!hasDisplay()) throw new Plainly(withoutDisplay);
  await ensureDependencies();
  await ensureSystem(toStart);
  await ensureBuild();
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime();
  say('starting 評価書工房');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { code } = await run(runtime.path, [...asRoot, '--log-level=3', root, ...process.argv.slice(2)]);
  return code;
});
