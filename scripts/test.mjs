// Everything: prepares the machine, then static checks, unit tests, end-to-end tests, and the packaged program.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { e2eCounts, failedUnitTests, sum, summary, unitCounts } from './lib/counts.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureSystem, toDisplay, toFonts, toPackage, toStart, toTest } from './setup/system.mjs';

await runMain(async () => {
  await ensureDependencies();
  await ensureSystem([...toStart, ...toDisplay, ...toFonts, ...toTest, ...toPackage]);
  await rm(fromRoot('test-results'), { recursive: true, force: true });
  say('building the application');
  if (!(await script('build.mjs'))) return 1;
  if (!existsSync(fromRoot('../shared/seeds')))
    say('no ../shared beside the project: tests that read it are skipped');
  const results = await everything();
  const counts = sum([
    await unitCounts(),
    await e2eCounts('test-results/e2e.json'),
    await e2eCounts('test-results/packaged.json'),
  ]);
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  // Repeated here, since the output of a failed step lies far above.
  for (const test of await failedUnitTests()) console.log(`failed: ${test}`);
  console.log(failed.length === 0 ? 'test: everything passed' : `test: failed: ${failed.join(', ')}`);
  // A failed static check is no test, but the last line must not look as if nothing had failed.
  console.log(summary({ ...counts, failed: counts.failed || failed.length }));
  return failed.length === 0 ? 0 : 1;
});

async function everything() {
  say('types, lint, format, imports, dead code, unit tests');
  const check = { name: 'check', ok: await script('check.mjs') };
  say('end-to-end tests in the real window, on a virtual display');
  const e2e = { name: 'end-to-end tests', ok: await script('e2e.mjs') };
  say('packaging the Linux folder and testing it');
  const packaged = {
    name: 'packaged program',
    ok: (await script('package.mjs', '--dir')) && (await script('e2e.mjs', '--packaged')),
  };
  return [check, e2e, packaged];
}

/** @param {string} name @param {string[]} args */
async function script(name, ...args) {
  const { code } = await run(process.execPath, [fromRoot('scripts', name), ...args]);
  return code === 0;
}
