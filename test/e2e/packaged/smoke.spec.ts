import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
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
    ['LoadBrowserProcessSpecificV8Snapshot', 'Disabled'],
    ['EnableEmbeddedAsarIntegrityValidation', 'Enabled'],
    ['EnableCookieEncryption', 'Enabled'],
  ]) {
    expect(stdout).toMatch(new RegExp(`${fuse} is ${state}`));
  }
});

interface Part {
  readonly name: string;
  readonly version?: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Part[];
}

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

test('the software bill of materials is valid CycloneDX and names every part with version, licence and hash', async () => {
  const folder = dirname(packagedProgram());
  const text = await readFile(join(folder, 'sbom.cdx.json'), 'utf8');
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  const { components } = JSON.parse(text) as { components: readonly Part[] };
  for (const { name, version, licenses, hashes } of components)
    expect([name, Boolean(version && licenses?.length && hashes?.length)]).toEqual([name, true]);
  const named = components.map(({ name, version }) => `${name} ${version ?? ''}`);
  expect(new Set(named).size).toBe(named.length);
  // What the product says of licences (Help) and this list name the same packages.
  const licences = await readFile('dist/resources/THIRD-PARTY.txt', 'utf8');
  const packages = [...licences.matchAll(/^(\S+ \d\S*) — /gm)].map(([, title]) => title ?? '');
  expect(packages.length).toBeGreaterThan(20);
  expect(named.filter((name) => !name.startsWith('electron ')).sort()).toEqual([...new Set(packages)].sort());
});

test('fonts, the WebAssembly of SQLite and what Electron contains are in the bill of materials', async () => {
  const text = await readFile(join(dirname(packagedProgram()), 'sbom.cdx.json'), 'utf8');
  const { components } = JSON.parse(text) as { components: readonly Part[] };
  const inner = (name: string) => components.find((part) => part.name === name)?.components ?? [];
  expect(inner('electron').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['chromium', 'node', 'v8']),
  );
  for (const [packageName, file] of [
    ['sql.js', 'resources/vendor/sql-wasm.wasm'],
    ['@expo-google-fonts/biz-udpmincho', 'resources/fonts/BIZUDPMincho-Regular.ttf'],
    ['@expo-google-fonts/biz-udpgothic', 'resources/fonts/BIZUDPGothic-Bold.ttf'],
  ] as const) {
    const part = inner(packageName).find(({ name }) => name === file);
    expect(part?.hashes).toEqual([{ alg: 'SHA-256', content: await sha256(join('dist', file)) }]);
  }
});

test('the hashes of all released files are listed and right', async () => {
  const release = join(dirname(packagedProgram()), '..');
  const lines = (await readFile(join(release, 'SHA256SUMS.txt'), 'utf8')).trim().split('\n');
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const name of ['sbom.cdx.json', 'linux-unpacked/hyokasho-kobo', 'linux-unpacked/resources/app.asar'])
    expect(listed.get(name)).toBe(await sha256(join(release, name)));
});
