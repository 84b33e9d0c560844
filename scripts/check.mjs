// Runs every static check and the unit tests, and says how long each took.
import { spawnSync } from 'node:child_process';
import { fromRoot, root } from './lib/paths.mjs';

const bin = (/** @type {string} */ name) => fromRoot('node_modules/.bin', name);

const steps = [
  { name: 'types', command: [bin('tsc'), '-b'] },
  {
    name: 'lint',
    command: [bin('eslint'), '.', '--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0'],
  },
  {
    name: 'format',
    command: [
      bin('prettier'),
      '.',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
    ],
  },
  {
    name: 'imports',
    command: [
      bin('depcruise'),
      'shared',
      'electron',
      'renderer',
      'test',
      'scripts',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
    ],
  },
  { name: 'dead code', command: [bin('knip'), '--cache', '--cache-location', '.cache/knip'] },
  {
    name: 'unit tests',
    command: [
      bin('vitest'),
      'run',
      '--project=unit',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ],
  },
];

/** @param {{ name: string, command: string[] }} step */
function run({ name, command: [program = '', ...args] }) {
  const started = performance.now();
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const ok = result.status === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${result.stdout}${result.stderr}`.trimEnd());
  return ok;
}

const only = process.argv.slice(2);
const chosen = steps.filter(({ name }) => only.length === 0 || only.includes(name));
const failed = chosen.filter((step) => !run(step)).map(({ name }) => name);
console.log(failed.length === 0 ? 'check: everything is fine' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
