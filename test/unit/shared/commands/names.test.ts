import { expect, test } from 'vitest';
import { contract } from '../../../../shared/commands/contract';
import { commandNames } from '../../../../shared/commands/names';
import en from '../../../../resources/locales/en/errors.json';
import ja from '../../../../resources/locales/ja/errors.json';

test('every command has exactly one name and one contract', () => {
  expect(new Set(commandNames).size).toBe(commandNames.length);
  expect(Object.keys(contract).sort()).toEqual([...commandNames].sort());
});

test('every error has its text in both languages, with the same values in it', () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  for (const [code, text] of Object.entries(ja))
    expect([code, values(en[code as keyof typeof en])]).toEqual([code, values(text)]);
});
