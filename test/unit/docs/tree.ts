import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Folders that the source does not consist of: installed, built, or written by a run. */
const NOT_SOURCE = new Set([
  'node_modules',
  '.git',
  '.cache',
  'dist',
  'release',
  'tour',
  'test-results',
  'coverage',
]);

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return NOT_SOURCE.has(entry.name) ? [] : walk(path);
  });
}

/** Every file of the source, as a path from the root with `/`. */
export const sourceFiles: readonly string[] = walk(ROOT).map((path) =>
  relative(ROOT, path).split(sep).join('/'),
);

/** Every folder of the source, without a `/` at its end. */
export const sourceFolders: ReadonlySet<string> = new Set(sourceFiles.flatMap(foldersAbove));

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The text of a file, by its path from the root. */
export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Markdown that people maintain: everything but the guide and what a program writes. */
export const documents: readonly string[] = sourceFiles.filter(
  (path) => path.endsWith('.md') && !path.startsWith('resources/guide/') && path !== 'docs/rules.md',
);
