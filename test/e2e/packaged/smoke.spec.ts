import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { rootSwitches } from '../harness/launch';
import { launchPackaged, packagedProgram } from '../harness/packaged';

const run = promisify(execFile);

test('the packaged program opens its window, answers, shows its fonts and ends cleanly', async () => {
  const { page, close } = await launchPackaged();
  await expect(page).toHaveTitle(/評価書工房/);
  const info = await page.evaluate(() => window.hyoka.commands['app.info']());
  expect(info.ok && info.value.version).toMatch(/^\d+\.\d+\.\d+$/);
  const font = await page.evaluate(() =>
    fetch('/resources/fonts/BIZUDPGothic-Regular.ttf').then(({ status }) => status),
  );
  expect(font).toBe(200);
  expect(await close()).toBe(0);
});

test('only what runs is inside', async () => {
  const resources = join(dirname(packagedProgram()), 'resources');
  expect(await readdir(resources)).toEqual(['app.asar']);
  const { stdout } = await run('node_modules/.bin/asar', ['list', join(resources, 'app.asar')], {
    maxBuffer: 10e6,
  });
  const folders = new Set(stdout.split('\n').map((path) => path.split('/').slice(1, 3).join('/')));
  expect([...folders].filter(Boolean).sort()).toEqual([
    'dist',
    'dist/main',
    'dist/preload',
    'dist/renderer',
    'dist/resources',
    'package.json',
  ]);
});

test('the packaged program is also the command line', async () => {
  const outcome = await run(packagedProgram(), [...rootSwitches(), '--cli']).then(
    () => 0,
    (error: unknown) => (error as { code: number }).code,
  );
  expect(outcome).toBe(2);
});

test('it cannot be turned into a plain Node or be inspected', async () => {
  const { stdout } = await run('node_modules/.bin/electron-fuses', ['read', '--app', packagedProgram()], {
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  for (const [fuse, state] of [
    ['RunAsNode', 'Disabled'],
    ['EnableNodeOptionsEnvironmentVariable', 'Disabled'],
    ['EnableNodeCliInspectArguments', 'Disabled'],
    ['OnlyLoadAppFromAsar', 'Enabled'],
    ['GrantFileProtocolExtraPrivileges', 'Disabled'],
  ]) {
    expect(stdout).toMatch(new RegExp(`${fuse} is ${state}`));
  }
});
