import { describe, expect, it } from 'vitest';
import { applyEdit, setValue } from '../../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../../shared/assessment/fromItems';
import { compare } from '../../../../../shared/compare/compare';
import { comparisonPublication } from '../../../../../shared/compare/print/variants';
import { formOf } from '../../../../../shared/forms/catalog';
import { writeDocx } from '../../../../../shared/publish/docx/write';
import { writeHtml } from '../../../../../shared/publish/html/write';
import { documentLines } from '../../../../../shared/publish/model/runs';
import { counter } from '../../assessment/arbitrary';
import { problemsOf } from '../../publish/ooxml/validate';

const before = assessmentFrom(
  formOf('form4'),
  [
    { path: 'cover.name', value: '国民健康保険に関する事務 全項目評価書' },
    { path: 'I.1.m2', value: '督促状及び被保険者証の印刷を行う。' },
    {
      path: 'annex3.rows[1]',
      value: {
        date: '令和6年4月1日',
        item: '以前の行',
        before: '甲',
        after: '乙',
        timing: '事後',
        reason: '',
      },
    },
  ],
  counter('b'),
);
const after = applyEdit(before, setValue(before, 'I.1.m2', '督促状及び資格確認書の印刷を行う。'));
const comparison = compare(before, after);

describe('新旧対照表', () => {
  const { print } = comparisonPublication(comparison, 'comparison', {
    names: { before: '令和6年版', after: '令和7年版' },
  });

  it('shows both wordings below the official path, changed words underlined', async () => {
    expect(documentLines(print)).toEqual([
      '新旧対照表',
      '変更前（旧）　令和6年版',
      '変更後（新）　令和7年版',
      'Ⅰ 基本情報　１．特定個人情報ファイルを取り扱う事務　②事務の内容',
      '督促状及び被保険者証の印刷を行う。',
      '督促状及び資格確認書の印刷を行う。',
    ]);
    expect(writeHtml(print)).toContain('督促状及び<u>資格確認書</u>の印刷を行う。');
    expect(problemsOf(await writeDocx(print))).toEqual([]);
  });

  it('says so where nothing changed', () => {
    expect(documentLines(comparisonPublication(compare(before, before), 'comparison').print)).toEqual([
      '新旧対照表',
      '記載の変更はありません。',
    ]);
  });
});

describe('変更箇所だけ', () => {
  it('holds the rows of this round, not those of earlier ones', () => {
    const lines = documentLines(comparisonPublication(comparison, 'changes').print);
    expect(lines).toContain('督促状及び資格確認書の印刷を行う。');
    expect(lines).not.toContain('以前の行');
  });
});

describe('見え消し', () => {
  it('strikes what went and underlines what came', () => {
    const html = writeHtml(comparisonPublication(comparison, 'redline').print);
    expect(html).toContain('督促状及び<del>被保険者証</del><ins>資格確認書</ins>の印刷を行う。');
  });
});
