import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../../../shared/intake/readers/pdf/read';
import { CONTEXT, shape } from '../office';
import { latin, pdfOf, stringOf, text } from '../pdfFile';

const read = (content: string, more: Parameters<typeof pdfOf>[1] = {}) =>
  readPdf(pdfOf([content], more), '入力欄.pdf', CONTEXT);

const codes = ({ notices }: Awaited<ReturnType<typeof read>>) => notices.map(({ code }) => code);

/** A field whose box begins at `x` and ends 14 points above the base line at `y`, both from the upper left. */
const field = (x: number, y: number, width: number, entries: string) =>
  `<</Type/Annot/Subtype/Widget/Rect[${x} ${842 - y - 2} ${x + width} ${842 - y + 12}]${entries}>>`;

const SHAPE = '8 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>> stream\n\nendstream endobj';

describe('radio buttons', () => {
  const button = (x: number, name: string) =>
    field(x, 100, 13, `/FT/Btn/Ff 49152/Parent 9 0 R/AS/Off/AP<</N<</${name} 8 0 R/Off 8 0 R>>>>`);

  it('are boxes beside their labels, the chosen one ticked', async () => {
    const document = await read([text(95, 100, '有'), text(195, 100, '無')].join('\n'), {
      annotations: [button(80, 'yes'), button(180, 'no')],
      objects: [SHAPE, '9 0 obj <</FT/Btn/Ff 49152/T(g)/V/no>> endobj'],
    });
    expect(shape(document)).toEqual(['☐有 ☑無']);
  });
});

describe('values of fields without an appearance', () => {
  it('stand at the place of their field', async () => {
    const document = await read([text(50, 100, '担当課'), text(50, 130, '連絡先')].join('\n'), {
      annotations: [
        field(100, 100, 200, `/FT/Tx/T(a)/V ${stringOf('情報政策課')}`),
        field(100, 130, 200, `/FT/Ch/Ff 131072/T(b)/Opt[[(1) ${stringOf('内線１２')}]]/V(1)`),
      ],
    });
    expect(shape(document)).toEqual(['担当課 情報政策課', '連絡先 内線１２']);
  });

  it('of hidden fields stand apart, and are reported', async () => {
    const document = await read(text(50, 100, '担当課'), {
      annotations: [field(100, 100, 200, `/FT/Tx/F 2/T(a)/V ${stringOf('控え')}`)],
    });
    expect(document.blocks).toMatchObject([{ text: '担当課' }, { role: 'comment', text: '控え' }]);
    expect(codes(document)).toEqual(['hiddenText']);
  });

  it('of passwords are not read', async () => {
    const document = await read(text(50, 100, '担当課'), {
      annotations: [field(100, 100, 200, `/FT/Tx/Ff 8192/T(a)/V ${stringOf('秘密')}`)],
    });
    expect(shape(document)).toEqual(['担当課']);
  });
});

describe('texts beside the page', () => {
  it('typed onto it without an appearance are read where they stand', async () => {
    const note = `<</Type/Annot/Subtype/FreeText/Contents ${stringOf('追記')}/Rect[50 700 200 712]/DA(/F1 10 Tf)>>`;
    expect(shape(await read(text(50, 100, '本文'), { annotations: [note] }))).toEqual(['本文', '追記']);
  });

  it.each(['Underline', 'StrikeOut', 'Caret', 'Text'])(
    'of a mark (%s) stand among the comments',
    async (kind) => {
      const note = `<</Type/Annot/Subtype/${kind}/Contents ${stringOf('確認する')}/Rect[50 700 200 712]/QuadPoints[50 712 200 712 50 700 200 700]>>`;
      const { blocks } = await read(text(50, 100, '本文'), { annotations: [note] });
      expect(blocks).toMatchObject([{ text: '本文' }, { role: 'comment', text: '確認する' }]);
    },
  );
});

describe('what is not read is reported', () => {
  const file = '8 0 obj <</Type/Filespec/F(a.txt)/EF<</F 9 0 R>>>> endobj';
  const data = '9 0 obj <</Type/EmbeddedFile/Length 1>> stream\na\nendstream endobj';

  it('files in the document', async () => {
    const document = await read(text(50, 100, '表紙'), {
      catalogue: '/Names<</EmbeddedFiles<</Names[(a.txt) 8 0 R]>>>>',
      objects: [file, data],
    });
    expect(document.notices).toEqual([{ code: 'embeddedObject', params: { count: 1 } }]);
  });

  it('files fastened to a page', async () => {
    const document = await read(text(50, 100, '表紙'), {
      annotations: ['<</Type/Annot/Subtype/FileAttachment/FS 8 0 R/Rect[50 700 60 710]>>'],
      objects: [file, data],
    });
    expect(codes(document)).toEqual(['embeddedObject']);
  });

  it('forms of XFA', async () => {
    const document = await read(latin(50, 100, 'Please wait...'), {
      catalogue: '/AcroForm<</XFA 8 0 R/Fields[]>>',
      objects: ['8 0 obj <</Length 6>> stream\n<xdp/>\nendstream endobj'],
    });
    expect(codes(document)).toEqual(['xfaForm']);
  });
});
