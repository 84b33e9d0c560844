import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles, sourceFolders } from './tree';

/** A folder with more lines of code than this (those of the folders in it included) explains itself. */
const MAX_LINES_WITHOUT_README = 1_500;

/** Mirrors the tree, whose READMEs hold; and what its own issue documents. */
const FOLLOWS_ANOTHER = [/^test\/unit\/./, /^shared\/intake\/recognise/];

const code = sourceFiles.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
const lines = new Map(code.map((path) => [path, readSource(path).split('\n').length]));

const linesBelow = (folder: string) =>
  code.reduce((sum, path) => (path.startsWith(`${folder}/`) ? sum + (lines.get(path) ?? 0) : sum), 0);

const large = [...sourceFolders].filter(
  (folder) =>
    linesBelow(folder) > MAX_LINES_WITHOUT_README && !FOLLOWS_ANOTHER.some((rule) => rule.test(folder)),
);

describe('folders of more than 1,500 lines', () => {
  it('are known', () =>
    expect(large).toEqual(expect.arrayContaining(['shared', 'electron', 'shared/compare'])));

  it.each(large)('%s has a README that says how to add to it', (folder) => {
    expect(sourceFiles).toContain(`${folder}/README.md`);
    expect(readSource(`${folder}/README.md`)).toMatch(/\badd|\bchange/i);
  });
});
