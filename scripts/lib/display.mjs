import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Plainly } from './say.mjs';

/** True when a window can be shown. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** How to get a display, for a person at a machine without one. */
export const withoutDisplay = `There is no display, so no window can be shown.
- With a desktop: start this from a terminal inside it, or set DISPLAY.
- Over SSH: ssh -X.
- Without any: \`npm run tour\` starts a virtual display, goes through the application and saves pictures of it.`;

/**
 * Runs `work` with a virtual display of its own, and ends that display afterwards.
 * @template T
 * @param {(env: { DISPLAY: string }) => Promise<T>} work
 * @param {string} [size]
 */
export async function withVirtualDisplay(work, size = '1366x768x24') {
  const display = `:${freeNumber()}`;
  const server = spawn('Xvfb', [display, '-screen', '0', size, '-nolisten', 'tcp'], { stdio: 'ignore' });
  try {
    await ready(server, display);
    return await work({ DISPLAY: display });
  } finally {
    server.kill();
  }
}

function freeNumber() {
  const start = 90 + (process.pid % 400);
  for (let number = start; ; number += 1) if (!existsSync(`/tmp/.X${number}-lock`)) return number;
}

/** @param {import('node:child_process').ChildProcess} server @param {string} display */
async function ready(server, display) {
  const socket = `/tmp/.X11-unix/X${display.slice(1)}`;
  const ended = new Promise((resolve) => server.once('error', resolve).once('exit', resolve)).then(
    () => 'ended',
  );
  for (let tries = 0; tries < 100 && !existsSync(socket); tries += 1) {
    const pause = new Promise((resolve) => setTimeout(resolve, 50, 'waiting'));
    if ((await Promise.race([ended, pause])) === 'ended') break;
  }
  if (!existsSync(socket)) {
    throw new Plainly('The virtual display (Xvfb) did not start. On Debian: apt-get install xvfb');
  }
}
