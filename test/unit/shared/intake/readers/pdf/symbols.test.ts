import { expect, it } from 'vitest';
import { standardCharacters } from '../../../../../../shared/intake/readers/pdf/lookalikes';
import { readPdf } from '../../../../../../shared/intake/readers/pdf/read';
import { CONTEXT, shape } from '../office';
import { pdfOf, text } from '../pdfFile';

const code = (value: number) => `<${value.toString(16).padStart(2, '0')}>`;

async function shown(font: string, codes: readonly number[]): Promise<unknown> {
  const fonts = `/F4<</Type/Font/Subtype/TrueType/BaseFont/${font}/FirstChar 32/LastChar 32/Widths[891]/FontDescriptor<</Type/FontDescriptor/FontName/${font}/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0/Ascent 899/Descent -211/StemV 80>>>>`;
  const marks = codes.map((value, at) => `BT /F4 10 Tf 1 0 0 1 50 ${742 - at * 30} Tm ${code(value)} Tj ET`);
  const labels = codes.map((_, at) => text(70, 100 + at * 30, '項目'));
  const { blocks, notices } = await readPdf(
    pdfOf([[...marks, ...labels].join('\n')], { fonts }),
    'a.pdf',
    CONTEXT,
  );
  return [...shape({ blocks } as Parameters<typeof shape>[0]), ...notices.map((notice) => notice.code)];
}

it.each([
  ['ABCDEF+Wingdings-Regular', [0xfe, 0xa8, 0xfc], ['☑ 項目', '☐ 項目', '✓ 項目']],
  ['Wingdings2', [0x52, 0xa3], ['☑ 項目', '☐ 項目']],
  ['Webdings', [0x61, 0x63], ['✔ 項目', '☐ 項目']],
  ['ZapfDingbats', [0x34, 0x6f, 0x38], ['✔ 項目', '❏ 項目', '✘ 項目']],
])('marks of %s are read as they look', async (font, codes, lines) => {
  expect(await shown(font, codes)).toEqual(lines);
});

it('a mark that no table knows is no letter, and is reported', async () => {
  expect(await shown('Webdings', [0x50])).toEqual(['\ufffd 項目', 'unreadableCharacters']);
});

it.each([
  ['市⻑⺠⻄⻘⻝⻩⻭', '市長民西青食黄歯'],
  ['⼀⼆⽇', '一二日'],
  ['︒︵︶﹁﹂︑', '。（）「」、'],
  ['⺀', '⺀'],
  ['長い①㈱', '長い①㈱'],
])('%s is read as %s', (written, read) => {
  expect(standardCharacters(written)).toBe(read);
});
