import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { assessmentFrom } from '../../../../../shared/assessment/fromItems';
import { formOf } from '../../../../../shared/forms/catalog';
import { changeRows } from '../../../../../shared/publish/csv/changes';
import { writeCsv } from '../../../../../shared/publish/csv/write';
import { counter } from '../../assessment/arbitrary';

describe('CSV', () => {
  test('begins with a byte order mark, quotes every cell and keeps line breaks', () => {
    const { bytes } = writeCsv([
      ['変更日', '項目'],
      ['令和7年4月1日', '改行\nと"引用"'],
    ]);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(bytes.slice(3))).toBe('"変更日","項目"\r\n"令和7年4月1日","改行\nと""引用"""\r\n');
  });

  test('CP932 names each character that it does not have', () => {
    const { bytes, unwritable } = writeCsv([['①㈱～－髙𠮷髙\ue000𠮷']], 'cp932');
    expect(unwritable).toContain('𠮷');
    expect(unwritable).not.toContain('①');
    expect(new TextDecoder('shift_jis').decode(bytes)).toMatch(/^"①㈱～－/);
  });

  test('a cell that begins as a formula does not become one', () => {
    const { bytes, guarded } = writeCsv([['=1+1', '－', '-', '-5', '@x', '+81 略']]);
    expect(strFromU8(bytes.slice(3))).toBe(`"'=1+1","－","-","-5","'@x","+81 略"\r\n`);
    const payloads = ["+1+cmd|' /C calc'!A0", '-2+3', '-国保', '- A1', '+81 HYPERLINK("x")'];
    expect(writeCsv([payloads]).guarded).toBe(payloads.length);
    expect(guarded).toBe(2);
  });

  test('the rows of 変更箇所 come with their headings', () => {
    const row = {
      date: '令和7年4月1日',
      item: 'Ⅰ　１．',
      before: '旧',
      after: '新',
      timing: '事後',
      reason: '軽微',
    };
    const assessment = assessmentFrom(formOf('form4'), [{ path: 'annex3.rows[1]', value: row }], counter());
    expect(changeRows(assessment)).toEqual([
      ['変更日', '項目', '変更前の記載', '変更後の記載', '提出時期', '提出時期に係る説明'],
      ['令和7年4月1日', 'Ⅰ　１．', '旧', '新', '事後', '軽微'],
    ]);
  });
});
