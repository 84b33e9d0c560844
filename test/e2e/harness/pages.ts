import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Grey, greyPng, readPgm, tiled } from './picture';

const run = promisify(execFile);

/** Dots per inch of reference pictures: lines, shades and the shape of every line of text can be told apart. */
const DPI = 36;
const ACROSS = 6;

/** Bookmarks of a PDF: how deep they are, and their pages. */
export interface Bookmark {
  readonly depth: number;
  readonly page: number;
}

export async function bookmarksOf(pdf: string): Promise<readonly Bookmark[]> {
  const { stdout } = await run('pdftohtml', ['-xml', '-i', '-stdout', pdf], { maxBuffer: 1e9 });
  let depth = 0;
  return stdout.split('\n').flatMap((line) => {
    if (line.includes('<outline>')) depth += 1;
    if (line.includes('</outline>')) depth -= 1;
    const page = /<item page="(\d+)"/.exec(line)?.[1];
    return page === undefined ? [] : [{ depth, page: Number(page) }];
  });
}

/** The pages on which the parts begin, from the cover on, and `behind` pages after each. */
export async function firstPages(pdf: string, behind: number): Promise<readonly number[]> {
  const parts = (await bookmarksOf(pdf)).filter(({ depth }) => depth === 1).map(({ page }) => page);
  const last = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [pdf])).stdout)?.[1]);
  const wanted = [1, ...parts].flatMap((page) =>
    Array.from({ length: behind + 1 }, (_, more) => page + more).filter((one) => one <= last),
  );
  return [...new Set(wanted)].sort((a, b) => a - b);
}

/** Pages of a PDF side by side on one small grey PNG. */
export async function contactSheet(pdf: string, pages: readonly number[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'hyokasho-pages-'));
  try {
    await run('pdftoppm', ['-r', String(DPI), '-gray', pdf, join(folder, 'p')]);
    const names = (await readdir(folder)).sort();
    const pictures: Grey[] = [];
    for (const page of pages) pictures.push(readPgm(await readFile(join(folder, names[page - 1] ?? ''))));
    return greyPng(tiled(pictures, ACROSS));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The version that the reference pictures were made with: another one sets lines otherwise. */
const OFFICE = 'LibreOffice 7.4.';

/** Whether pages can be drawn here as the reference pictures were. */
export async function officeDraws(): Promise<boolean> {
  return (await officeVersion())?.startsWith(OFFICE) === true;
}

export async function hasOffice(): Promise<boolean> {
  return (await officeVersion()) !== undefined;
}

async function officeVersion(): Promise<string | undefined> {
  return (await run('soffice', ['--version']).catch(() => undefined))?.stdout;
}

/**
 * Converts files with LibreOffice, all in one run, into another folder or the one in which they lie. Only the fonts of the program are
 * there, so that pages look the same on every computer.
 */
export async function convert(to: string, files: readonly string[], into?: string): Promise<void> {
  const folder = dirname(files[0] ?? '');
  const fonts = join(folder, 'fonts.conf');
  await mkdir(join(folder, 'cache'), { recursive: true });
  await writeFile(fonts, fontSettings(folder));
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', into ?? folder, ...files], {
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    timeout: 300_000,
  });
}

/** Name of the PDF that LibreOffice makes of a file. */
export const pdfOf = (file: string) => join(dirname(file), `${basename(file).replace(/\.\w+$/, '')}.pdf`);

function fontSettings(folder: string): string {
  const alias = (name: string, font: string) =>
    `<alias binding="same"><family>${name}</family><prefer><family>${font}</family></prefer></alias>`;
  const families = [
    ...['ＭＳ 明朝', 'MS Mincho', 'serif'].map((name) => alias(name, 'BIZ UDPMincho')),
    ...['ＭＳ ゴシック', 'MS Gothic', 'sans-serif'].map((name) => alias(name, 'BIZ UDPGothic')),
  ];
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>${resolve('dist/resources/fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>${families.join('')}</fontconfig>`;
}
