import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = (language: string) => `resources/locales/${language}`;
const files = readdirSync(folder('ja'));

function texts(language: string, file: string): ReadonlyMap<string, string> {
  return new Map(flat('', JSON.parse(readFileSync(`${folder(language)}/${file}`, 'utf8')) as object));
}

function flat(prefix: string, node: object): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(`${prefix}${key}.`, value)
      : [[prefix + key, String(value)] as [string, string]],
  );
}

const fields = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('both languages have the same files', () => {
  expect(readdirSync(folder('en'))).toEqual(files);
});

describe.each(files)('%s', (file) => {
  const [ja, en] = [texts('ja', file), texts('en', file)];

  test('has the same keys in both languages, none of them empty', () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
    expect([...ja.values(), ...en.values()]).not.toContain('');
  });

  test('fills in the same values in both languages', () => {
    const known = new Set([...ja.values()].flatMap(fields));
    for (const [key, text] of en)
      expect(
        fields(text).filter((name) => !known.has(name)),
        key,
      ).toEqual([]);
  });

  test('is polite: no exclamation', () => {
    expect([...ja.values(), ...en.values()].filter((text) => /[!！]/.test(text))).toEqual([]);
  });
});

test('every namespace of the screens is typed', () => {
  const typed = readFileSync('renderer/i18n/namespaces.ts', 'utf8');
  const used = [...typed.matchAll(/locales\/ja\/(\w+)\.json/g)].map((match) => `${match[1] ?? ''}.json`);
  expect(used.filter((file) => !files.includes(file))).toEqual([]);
});
