import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { fileName, freeName, publishedName, safeName } from '../../../../shared/publish/fileNames';
import { counter } from '../assessment/arbitrary';

function named(form: FormId, number: string, name: string) {
  const items = [
    { path: 'cover.number', value: number },
    { path: 'cover.name', value: name },
  ];
  return assessmentFrom(formOf(form), items, counter());
}

describe('publishedName', () => {
  test.each([
    ['1', '住民基本台帳に関する事務 全項目評価書', 'clean', '01_住民基本台帳に関する事務_全項目評価書'],
    ['１２', '国民健康保険に関する事務（全項目評価書', 'clean', '12_国民健康保険に関する事務_全項目評価書'],
    ['', '住民税', 'public', '住民税_全項目評価書_公表用'],
    ['3', '', 'circulation', '03_全項目評価書_回議用'],
    ['3', '住民税', 'blank', '様式４_全項目評価書_記入前の様式'],
  ] as const)('%s, %s, %s → %s', (number, name, variant, expected) => {
    expect(publishedName({ assessment: named('form4', number, name), comments: [] }, variant)).toBe(expected);
  });
});

describe('safeName', () => {
  test('any text becomes a name that Windows takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text);
        expect(name).toMatch(/^(?![ .])[^\\/:*?"<>|\p{Cc}\p{Cs}]+(?<![ .])$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(81);
        expect(safeName(name)).toBe(name);
      }),
    );
  }, 60_000);

  test.each([
    ['CON', '_CON'],
    ['../秘密:1', '．．／秘密：1'.replace('．．', '').replace(/^／/, '／')],
    ['\u202egpj.exe', 'gpj.exe'],
  ])('%s → %s', (text, expected) => {
    expect(safeName(text)).toBe(expected);
  });

  test('every form has a name', () => {
    for (const id of FORM_IDS) expect(fileName(named(id, '', ''), 'clean')).toBe(formOf(id).name);
  });
});

test('names of a batch differ also where only the case of letters did', () => {
  const taken = new Set<string>();
  const names = ['01_LGWAN', '01_lgwan', '02_税', '01_LGWAN'].map((name) => freeName(name, taken));
  expect(names).toEqual(['01_LGWAN', '01_lgwan（2）', '02_税', '01_LGWAN（3）']);
});
