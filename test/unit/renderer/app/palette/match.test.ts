import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTargets } from '../../../../../renderer/app/palette/match';

const targets = [
  { title: '再委託の有無※', context: 'Ⅱ 特定個人情報ファイルの概要　４．委託　委託事項1' },
  { title: '⑧再委託の許諾方法', context: 'Ⅱ 特定個人情報ファイルの概要　４．委託　委託事項1' },
  { title: '許諾', context: 'Ⅲ 委託先' },
  { title: '検索', context: '操作' },
];

const titles = (query: string) => findTargets(targets, query).map(({ title }) => title);

describe('words of the palette', () => {
  it('must all occur in the title or the headings above', () => {
    expect(titles('委託 許諾')).toEqual(['⑧再委託の許諾方法', '許諾']);
    expect(titles('委託　有無')).toEqual(['再委託の有無※']);
    expect(titles('操作')).toEqual(['検索']);
    expect(titles('国保')).toEqual([]);
    expect(titles(' 　')).toEqual([]);
  });

  it('are found in either width and case', () => {
    const one = [{ title: 'システム１ ＡＢＣ', context: '' }];
    expect(findTargets(one, 'ｼｽﾃﾑ1 abc')).toEqual(one);
  });

  it('find every target by any part of its title', () => {
    fc.assert(
      fc.property(fc.constantFrom(...targets), fc.nat(), fc.nat(), (target, start, length) => {
        const from = start % target.title.length;
        const part = target.title.slice(from, from + 1 + (length % target.title.length));
        expect(findTargets(targets, part)).toContain(target);
      }),
    );
  });
});
