// Plants mistakes of each family into clean fictional documents and says which the 点検 did not find.
// `npm run plant -- --count 1000`: so many of each family (20 where absent).
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fromRoot, root } from './lib/paths.mjs';

const { values } = parseArgs({ options: { count: { type: 'string', default: '20' } } });
const count = Number(values.count);
if (!Number.isSafeInteger(count) || count < 1) {
  console.error('npm run plant -- --count N');
  process.exit(2);
}
const args = ['run', '--project=unit', 'test/unit/shared/checks/plant.test.ts', '--reporter=verbose'];
const { status } = spawnSync(fromRoot('node_modules/.bin/vitest'), args, {
  cwd: root,
  env: { ...process.env, PLANT_COUNT: String(count) },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
