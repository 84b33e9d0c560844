import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headRun } from '../../../../../../shared/intake/recognise/scrambled/columnHeads';

const COLUMNS = ['変更日', '項目', '変更前の記載', '変更後の記載', '提出時期', '提出時期に係る説明'];

function run(lines: readonly string[]): readonly string[] | undefined {
  return headRun(
    lines.map((text) => ({ text, where: {} })),
    COLUMNS,
  )?.map(({ text }) => text);
}

describe('heads of columns in pieces', () => {
  it('are known where lines of neighbouring cells run into each other', () => {
    const heads = ['      提出    提出時期に係', '変更日  項目  変更前の記載  変更後の記載  時期  る説明'];
    expect(run(['別添', ...heads, '令和6年4月1日'])).toEqual(heads);
  });

  it('are known however narrow columns break them', () => {
    const letters = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(letters, (breaks) => {
        const all = COLUMNS.join('');
        const text = Array.from(all, (letter, at) => letter + (breaks[at] ? '\n' : '')).join('');
        const lines = text.split('\n').filter((line) => line !== '');
        fc.pre(lines.length <= 24);
        expect(run(['水辺の事務', ...lines, '事後'])).toEqual(lines);
      }),
    );
  });

  it('are none where a letter is another, or one is missing', () => {
    expect(run(['変更日 項目 変更前の記載 変更後の記載 提出時期'])).toBeUndefined();
    expect(run(['変更日 項目 変更前の記載 変更後の記載 提出時期 提出時期に係る理由'])).toBeUndefined();
  });
});
