import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { openCompound } from '../../../shared/intake/readers/compound/file';
import { readXls } from '../../../shared/intake/readers/xls/read';
import { biffRecords, TYPE } from '../../../shared/intake/readers/xls/records';
import { readXlsx } from '../../../shared/intake/readers/xlsx/read';
import { convertedByLibreOffice } from '../../accuracy/libreoffice/convert';
import { hasLibreOffice } from '../../accuracy/libreoffice/tracked';
import { cellsOf, CONTEXT, shape } from '../shared/intake/readers/office';

const everything = readFileSync('test/fixtures/sheets/everything.fods', 'utf8');
const EVERYTHING = {
  'everything.fods': strToU8(everything),
  // Programs encrypt a book whose structure is protected, though nobody is asked for a password to open it.
  'protected.fods': strToU8(
    everything.replace('<office:spreadsheet>', '<office:spreadsheet table:structure-protected="true">'),
  ),
};

it.skipIf(!hasLibreOffice())(
  'an .xls that LibreOffice wrote shows what the sheet it was made of shows',
  { timeout: 300_000 },
  () => {
    const made = convertedByLibreOffice(EVERYTHING, 'xls:MS Excel 97');
    const document = readXls(made['everything.xls'] ?? new Uint8Array(), 'everything.xls', CONTEXT);
    const [picture] = document.images;
    expect(shape(document)).toEqual([
      { header: 'みなも市 様式３' },
      [
        ['①提供方法', '☐紙　☑専用線'],
        ['②再委託の有無', '☑はい'],
        ['③移転方法', '☐電子メール', ''],
        ['', '☑フラッシュメモリ'],
        ['2025年10月1日', '1,234件', '-0.25'],
        ['1235', '件数', 'TRUE'],
        ['一行目\n二行目'],
        [''],
        ['隠れた行'],
      ],
      { textbox: '住民\n基本台帳' },
      { comment: '係長: 確認' },
      { header: 'みなも市 様式３' },
      [['前年度']],
    ]);
    const cells = cellsOf(document);
    expect(cells.filter(({ shaded }) => shaded).map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ['①提供方法', 1],
      ['②再委託の有無', 1],
      ['③移転方法', 2],
    ]);
    expect(cells.find(({ images }) => images)?.images).toEqual([picture?.ref.hash]);
    expect(document.notices.map(({ code }) => code).sort()).toEqual([
      'comments',
      'controlState',
      'hiddenColumns',
      'hiddenRows',
      'hiddenSheet',
    ]);
    const bytes = made['protected.xls'] ?? new Uint8Array();
    const { bytes: stream = new Uint8Array() } = openCompound(bytes).read('Workbook') ?? {};
    expect([...biffRecords(stream, 0)].map(({ type }) => type)).toContain(TYPE.filePassword);
    expect(readXls(bytes, 'everything.xls', CONTEXT)).toEqual(document);
  },
);

it.skipIf(!hasLibreOffice())(
  'of an .xlsx that LibreOffice wrote, ticks are read or told to be missing',
  { timeout: 300_000 },
  () => {
    const made = convertedByLibreOffice(EVERYTHING, 'xlsx')['everything.xlsx'];
    const document = readXlsx(made ?? new Uint8Array(), 'everything.xlsx', CONTEXT);
    const [, table, ...texts] = shape(document);
    expect((table as string[][]).slice(0, 4)).toEqual([
      ['①提供方法', '☐紙　☑専用線'],
      ['②再委託の有無', ''],
      ['③移転方法', '', ''],
      ['', '☑フラッシュメモリ'],
    ]);
    // It writes no state of option buttons, and none of an empty box in a group.
    expect(texts).toEqual(
      expect.arrayContaining([{ textbox: 'はい' }, { textbox: '電子メール' }, { comment: '係長: 確認' }]),
    );
    expect(document.notices.map(({ code }) => code)).toContain('controlState');
  },
);
