// The command line: in plain Node, and in the runtime where a display engine is needed (PDF).
import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { hasDisplay, withVirtualDisplay } from './lib/display.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { Plainly, runMain } from './lib/say.mjs';

const args = process.argv.slice(2);

await runMain(async () => {
  const cli = fromRoot('dist/main/cli.js');
  if (!existsSync(cli)) throw new Plainly('Build first: npm ci && npm run build');
  if (!makesPdf()) return pass(process.execPath, [cli, ...args]);
  return inRuntime();
});

/** True when `export` is to make a PDF, alone or for a whole folder. */
function makesPdf() {
  const output = args[Math.max(args.indexOf('-o'), args.indexOf('--output')) + 1] ?? '';
  const formats = args[args.indexOf('--formats') + 1] ?? '';
  const among = args.includes('--formats') && /\bpdf\b/i.test(formats);
  return args[0] === 'export' && (among || /\.pdf$/i.test(output));
}

/** @returns {Promise<number>} */
async function inRuntime() {
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime({ quiet: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Chromium's own remarks do not belong among the messages of the command line.
  const all = [...asRoot, '--log-level=3', root, '--cli', ...args];
  const start = (/** @type {NodeJS.ProcessEnv} */ env) => pass(runtime.path, all, env);
  return hasDisplay() ? start({}) : withVirtualDisplay(start);
}

/**
 * Hands over to a program and answers its exit code. Paths stay relative to where the person stands.
 * @param {string} program
 * @param {string[]} all
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
function pass(program, all, env = {}) {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, { stdio: 'inherit', cwd, env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
