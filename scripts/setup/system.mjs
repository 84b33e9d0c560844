import { existsSync } from 'node:fs';
import { run } from '../lib/run.mjs';
import { Plainly, say } from '../lib/say.mjs';

/** A Debian package; more than one name where releases call it differently. @typedef {readonly string[]} Wanted */

/** What Electron links against. @type {readonly Wanted[]} */
export const toStart = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
];

/** A display for tests. @type {readonly Wanted[]} */
export const toDisplay = [['xvfb']];

/** A Japanese font for what does not bring its own. @type {readonly Wanted[]} */
export const toFonts = [['fonts-ipafont']];

/** Programs of others that read back what we write, and one that records system calls. @type {readonly Wanted[]} */
export const toTest = [
  ['sqlite3'],
  ['strace'],
  ['qpdf'],
  ['poppler-utils'],
  ['libreoffice-writer-nogui', 'libreoffice-writer'],
  ['libreoffice-calc-nogui', 'libreoffice-calc'],
];

/** What the packaging tests need. @type {readonly Wanted[]} */
export const toPackage = [['p7zip-full', '7zip']];

/**
 * On Debian as root installs what is missing; elsewhere says what would be needed and goes on.
 * @param {readonly Wanted[]} wanted
 */
export async function ensureSystem(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  const names = missing.map(([first]) => first).join(' ');
  if (process.getuid?.() !== 0) {
    say(`some system packages are missing: sudo apt-get install ${names}`);
    return;
  }
  say(`installing system packages: ${names}`);
  await apt('update', '-qq');
  await apt(
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...(await Promise.all(missing.map(available))),
  );
}

/** @param {readonly Wanted[]} wanted */
async function missingOf(wanted) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n'], {
    quiet: true,
  });
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/** @param {Wanted} names */
async function available(names) {
  for (const name of names) {
    const { code, output } = await run('apt-cache', ['show', name], { quiet: true });
    if (code === 0 && output.includes('Package:')) return name;
  }
  return names[0] ?? '';
}

/** @param {string[]} args */
async function apt(...args) {
  const { code, output } = await run('apt-get', args, {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0)
    throw new Plainly(`apt-get ${args[0]} failed.\n${output.split('\n').slice(-15).join('\n')}`);
}
