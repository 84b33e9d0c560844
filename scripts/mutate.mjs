// Mutation testing of a folder or a file: `npm run mutate -- electron/files`. How many changes of its code do the unit tests find?
// With `--tests PATTERN,PATTERN` only those tests are asked, which takes less time and may find fewer.
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Plainly, runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

await runMain(async () => {
  const [folder = '', ...rest] = process.argv.slice(2);
  if (!existsSync(fromRoot(folder)) || folder === '')
    throw new Plainly('Name a folder or a file of the sources: npm run mutate -- electron/files');
  await ensureDependencies();
  await run(process.execPath, [fromRoot('scripts/prepare-resources.mjs')], { quiet: true });
  await linkShared();
  const { tests, more } = withoutTests(rest);
  const env = tests === undefined ? {} : { HYOKA_MUTATION_TESTS: tests };
  const args = ['run', '--mutate', pattern(folder), ...more];
  const { code } = await run(fromRoot('node_modules/.bin/stryker'), args, { env });
  if (code === 0) say('the report with every surviving change: test-results/mutation/mutation.html');
  return code;
});

/** @param {readonly string[]} args */
function withoutTests(args) {
  const at = args.indexOf('--tests');
  if (at < 0) return { tests: undefined, more: args };
  return { tests: args[at + 1], more: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/** @param {string} folder */
function pattern(folder) {
  const path = folder.replace(/[\\/]+$/, '');
  return /\.tsx?$/.test(path) ? path : `${path}/**/*.ts*`;
}

/** Mutants run in a copy of the project inside `.cache/mutation`: what lies beside the project must lie beside the copy too. */
async function linkShared() {
  const link = fromRoot('.cache/mutation/shared');
  if (!existsSync(fromRoot('../shared')) || existsSync(link)) return;
  await mkdir(fromRoot('.cache/mutation'), { recursive: true });
  await symlink(fromRoot('../shared'), link, 'dir');
}
