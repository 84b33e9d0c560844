// Tries the property tests with fresh inputs: `npm run properties -- --seeds 20`, one of them again with `--seed N`.
import { readFile, readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, seed: { type: 'string' } },
});

await runMain(async () => {
  await ensureDependencies();
  const files = await propertyTests();
  const failed = [];
  for (const seed of seeds()) {
    say(`property tests with seed ${String(seed)}`);
    const { code } = await run(fromRoot('node_modules/.bin/vitest'), ['run', '--project=unit', ...files], {
      env: { HYOKA_SEED: String(seed) },
    });
    if (code !== 0) failed.push(seed);
  }
  console.log(failed.length === 0 ? 'no property failed' : `failed with seeds ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

/** Seeds are unsigned 31-bit numbers. */
function seeds() {
  if (values.seed !== undefined) return [Number(values.seed)];
  return Array.from({ length: Number(values.seeds) }, () => Math.floor(Math.random() * 2 ** 31));
}

async function propertyTests() {
  const names = await readdir(fromRoot('test/unit'), { recursive: true });
  const files = names.filter((name) => /\.test\.tsx?$/.test(name)).map((name) => `test/unit/${name}`);
  const texts = await Promise.all(files.map((file) => readFile(fromRoot(file), 'utf8')));
  return files.filter((_, at) => texts[at]?.includes('fc.assert'));
}
