import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { EXCEPTIONS, RETIRED_NAMES, RETIRED_WORDS } from './retiredNames';
import { readSource, sourceFiles } from './tree';

const CHECKED = /^(shared|electron|renderer|test|scripts)\/.*\.(ts|tsx|mjs)$/;

const checked = sourceFiles.filter(
  (path) => CHECKED.test(path) && !EXCEPTIONS.some((folder) => path.startsWith(folder)),
);

/** `oldAndYoung`, `OLD_AND_YOUNG`, `old-and-young` → old, and, young */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase());
}

/** What replaces a name; undefined where it may be used. */
function replacementFor(name: string): string | undefined {
  if (Object.hasOwn(RETIRED_NAMES, name)) return RETIRED_NAMES[name];
  const word = wordsOf(name).find((each) => Object.hasOwn(RETIRED_WORDS, each));
  return word === undefined ? undefined : `${word}: ${RETIRED_WORDS[word] ?? ''}`;
}

/** A name that is declared elsewhere: `a.name`, and `name: …` of an object whose type says it. */
const isUse = (node: ts.Node) => ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node);

/** The names that a file declares: variables, parameters, functions, types and properties. */
function declaredIn(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const { name } = node as ts.Node & { readonly name?: ts.Node };
    if (name && ts.isIdentifier(name) && !isUse(node)) names.push(name.text);
    if (name && ts.isPrivateIdentifier(name)) names.push(name.text.slice(1));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function retiredIn(path: string, text: string): readonly string[] {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return [...new Set([file, ...declaredIn(path, text)])].flatMap((name) => {
    const instead = replacementFor(name);
    return instead === undefined ? [] : [`${path}: ${name} → ${instead}`];
  });
}

describe('words that were given up', () => {
  it('are in no identifier and no name of a file', { timeout: 120_000 }, () => {
    expect(checked.flatMap((path) => retiredIn(path, readSource(path)))).toEqual([]);
  });

  it('are found where a file has them', () => {
    const text = 'const { older, youngEntry } = pair; function carry(toldBefore: string) {}';
    expect(retiredIn('shared/compare/glued.ts', text).map((found) => found.split(' ')[1])).toEqual([
      'glued',
      'youngEntry',
      'carry',
      'toldBefore',
    ]);
  });

  it('are not used by their own replacements', () => {
    const replacements = Object.values(RETIRED_NAMES).flatMap((names) => names.split(', '));
    expect(replacements.filter((name) => replacementFor(name) !== undefined)).toEqual([]);
  });
});
