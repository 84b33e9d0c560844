import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, readSource, sourceFiles, sourceFolders } from './tree';

/** Made by a build, a run or a package, or of another program; not in the source. */
const NOT_IN_SOURCE = [
  /^(dist|release|tour|test-results)\//,
  /^out\//,
  /^fonts\//,
  /^userData\//,
  /^控え\/$/,
];

const SOURCE_FILE = /^[\w./-]+\.(ts|tsx|mjs|css|md)$/;
const DATA_FILE = /^[\w./-]+\/[\w.-]+\.(json|tsv)$/;
const FOLDER = /^[\w./-]+\/$/;

const codeSpans = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
const links = (text: string) => [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to);

/** `{ja,en}` of a name stands for each of its parts. */
function spellings(name: string): readonly string[] {
  const braces = /\{([^{}]+)\}/.exec(name);
  if (!braces) return [name];
  return (braces[1] ?? '').split(',').flatMap((part) => spellings(name.replace(braces[0], part.trim())));
}

function namesIn(text: string): readonly string[] {
  const names = codeSpans(text).flatMap(spellings);
  return names.filter(
    (name) =>
      (SOURCE_FILE.test(name) || DATA_FILE.test(name) || FOLDER.test(name)) &&
      !NOT_IN_SOURCE.some((made) => made.test(name)),
  );
}

const all = [...sourceFiles, ...[...sourceFolders].map((folder) => `${folder}/`)];
const endings = new Set(
  all.flatMap((path) => path.split('/').map((_, from, parts) => parts.slice(from).join('/'))),
);

/** A name may leave out the folders above it: `readers/doc/`, `align.ts`. */
const exists = (name: string) => endings.has(name.replace(/^(\.\.?\/)+/, ''));

const isInTree = (path: string) => sourceFiles.includes(path) || sourceFolders.has(path.replace(/\/$/, ''));

describe('files that documents name', () => {
  it.each(documents)('%s names only files and folders that exist', (document) => {
    expect(namesIn(readSource(document)).filter((name) => !exists(name))).toEqual([]);
  });

  it.each(documents)('%s links only to files and folders that exist', (document) => {
    const targets = links(readSource(document)).filter((to) => !/^\w+:/.test(to));
    const paths = targets.map((to) => posix.normalize(posix.join(posix.dirname(document), to)));
    expect(paths.filter((path) => !isInTree(path))).toEqual([]);
  });

  it('finds a name that does not exist', () => {
    expect(
      namesIn('see `shared/nowhere.ts`, `nofolder/` and `out of/line`').filter((name) => !exists(name)),
    ).toEqual(['shared/nowhere.ts', 'nofolder/']);
  });
});
