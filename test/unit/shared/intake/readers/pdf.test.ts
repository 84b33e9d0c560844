import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../../shared/intake/readers/pdf/read';
import { cellsOf, CONTEXT, shape } from './office';
import { fill, frame, latin, pdfOf, table, text } from './pdfFile';

const read = (pages: readonly string[], more: Parameters<typeof pdfOf>[1] = {}) =>
  readPdf(pdfOf(pages, more), '評価書.pdf', CONTEXT);
const page = (...parts: readonly string[]) => parts.join('\n');

describe('tables', () => {
  it('are rebuilt from frames, headings shaded', async () => {
    const content = page(fill(50, 100, 80, 20), table(50, 100, [80, 200], [['①事務の名称', '住民基本台帳']]));
    const cells = cellsOf(await read([content]));
    expect(cells.map(({ text: words, shaded }) => [words, shaded])).toEqual([
      ['①事務の名称', true],
      ['住民基本台帳', undefined],
    ]);
  });

  it('are rebuilt from thin filled areas too, merged cells with their spans', async () => {
    const lines = [
      fill(50, 100, 300, 0.7, 0),
      fill(50, 120, 300, 0.7, 0),
      fill(150, 140, 200, 0.7, 0),
      fill(50, 160, 300, 0.7, 0),
    ];
    const uprights = [fill(50, 100, 0.7, 60, 0), fill(350, 100, 0.7, 60, 0), fill(150, 120, 0.7, 40, 0)];
    const words = [
      text(60, 114, 'システム'),
      text(60, 144, '機能'),
      text(160, 134, '甲'),
      text(160, 154, '乙'),
    ];
    const cells = cellsOf(await read([page(...lines, ...uprights, ...words)]));
    expect(cells.map((cell) => [cell.text, cell.row, cell.column, cell.rowSpan, cell.columnSpan])).toEqual([
      ['システム', 0, 0, 1, 2],
      ['機能', 1, 0, 2, 1],
      ['甲', 1, 1, 1, 1],
      ['乙', 2, 1, 1, 1],
    ]);
  });

  it('nest where a frame stands inside a cell', async () => {
    const content = page(
      frame(50, 100, 400, 100),
      frame(50, 100, 100, 100),
      table(200, 120, [60, 60], [['部署', '人数']]),
    );
    const [, outer] = cellsOf(await read([content]));
    expect(outer?.tables?.[0]?.rows[0]?.cells.map((cell) => cell.text)).toEqual(['部署', '人数']);
  });

  it('take back a line that ran out of the frame of its cell', async () => {
    const grid = table(50, 100, [60, 60, 86], [['甲', '乙', '一二三四五六七八']]);
    const cells = cellsOf(await read([page(grid, text(173, 126, '九十。'))]));
    expect(cells.map((cell) => cell.text)).toEqual(['甲', '乙', '一二三四五六七八九十。']);
  });

  it('break lines where the writer did, not where the line was full', async () => {
    const content = page(
      frame(50, 100, 86, 60),
      frame(136, 100, 300, 60),
      text(53, 112, '一二三四五六七八'),
      text(53, 124, '九十。'),
      text(53, 136, '次の段落'),
    );
    expect(cellsOf(await read([content]))[0]?.text).toBe('一二三四五六七八九十。\n次の段落');
  });
});

describe('over page breaks', () => {
  it('a row goes on with the lines at both sides where none closes it', async () => {
    const sides = [fill(50, 80, 0.7, 60, 0), fill(350, 80, 0.7, 60, 0), fill(150, 100, 0.7, 20, 0)];
    const across = [fill(50, 100, 300, 0.7, 0), fill(50, 120, 300, 0.7, 0)];
    const words = [
      text(60, 94, 'リスク２'),
      text(60, 114, '措置'),
      text(160, 114, '甲'),
      text(60, 134, '続き'),
    ];
    expect(shape(await read([page(...sides, ...across, ...words)]))).toEqual([
      [['リスク２'], ['措置', '甲'], ['続き']],
    ]);
  });

  const label = '②事務の内容';
  const torn = (rows: readonly (readonly string[])[]) => table(50, 60, [120, 300], rows);
  const down = (x: number, from: number, to: number) => fill(x, from, 0.7, to - from, 0);
  const lines = (from: number, to: number) => [50, 150, 350].map((x) => down(x, from, to));
  const across = (y: number) => fill(50, y, 300, 0.7, 0);

  it('a row is made whole over pages that show none, one or no line across it', async () => {
    const document = await read([
      page(
        text(60, 80, 'Ⅰ　基本情報'),
        ...lines(700, 790),
        across(700),
        text(60, 714, '②事務の内容'),
        text(160, 714, '一'),
      ),
      page(...lines(50, 790), text(160, 70, '二')),
      page(...lines(50, 120), across(120), text(160, 70, '三')),
    ]);
    expect(shape(document)).toEqual(['Ⅰ　基本情報', [['②事務の内容', '一\n二\n三']]]);
  });

  it('lines of a drawing that are open to one side are no cut row', async () => {
    const open = page(across(300), ...lines(300, 400), text(160, 330, '水辺'));
    expect(shape(await read([open]))).toEqual(['水辺']);
  });

  it.each(['＜選択肢＞１）行っている', '（ ２ ）　件', '[　委託する　]'])(
    'what cannot go on is not joined with the labelled row of the next page: %s',
    async (answer) => {
      const rows = [torn([['', answer]]), torn([[label, '一']])];
      expect(shape(await read(rows))).toEqual([[['', answer]], [[label, '一']]]);
    },
  );

  const bottom = (rows: readonly (readonly string[])[]) => table(50, 700, [80, 60, 120, 120, 50], rows);
  const top = (rows: readonly (readonly string[])[]) => table(50, 60, [80, 60, 120, 120, 50], rows);
  const head = ['変更日', '項目', '変更前の記載', '変更後の記載', '時期'];

  it('a table goes on, its repeated head left out', async () => {
    const document = await read([
      bottom([head, ['令和６年', 'Ⅰ', '甲', '乙', '事後']]),
      top([head, ['令和７年', 'Ⅱ', '丙', '丁', '事前']]),
    ]);
    expect(shape(document)).toEqual([
      [head, ['令和６年', 'Ⅰ', '甲', '乙', '事後']],
      [['令和７年', 'Ⅱ', '丙', '丁', '事前']],
    ]);
    expect(document.blocks[1]).toMatchObject({ continues: true, where: { page: 2, table: 1 } });
  });

  it('a label with the same answer at the top of two pages is kept twice', async () => {
    const answer = (y: number) => table(50, y, [120, 120], [['リスクへの対策は十分か', '十分である']]);
    const document = await read([answer(60), answer(60), answer(60)]);
    expect(cellsOf(document).filter((cell) => cell.text === '十分である')).toHaveLength(3);
  });

  const row = (top: number, height: number, labels: readonly string[], y: number, words: readonly string[]) =>
    page(
      fill(50, top, 100, height),
      frame(50, top, 100, height),
      frame(150, top, 200, height),
      ...labels.map((one, at) => text(53, y + at * 14, one)),
      ...words.map((one, at) => text(153, top + 12 + at * 14, one)),
    );

  it('a label at the top of a small row is not that of the larger row without one above it', async () => {
    const document = await read([
      row(500, 280, [], 0, ['一', '二', '三', '四', '五']),
      row(60, 40, ['③使用目的'], 72, ['六']),
    ]);
    expect(shape(document).flat()).toEqual([
      ['', '一\n二\n三\n四\n五'],
      ['③使用目的', '六'],
    ]);
  });

  it('a label of full lines in the middle of its row is whole, whatever the next page begins with', async () => {
    const document = await read([
      row(730, 44, ['個人番号の真正性の', '確認の措置の内容等'], 750, ['一', '二', '三']),
      row(60, 60, ['特定個人情報の正確', '性確保の措置の内容'], 72, ['四']),
    ]);
    expect(cellsOf(document).map((cell) => cell.text.replaceAll('\n', ''))).toEqual([
      '個人番号の真正性の確認の措置の内容等',
      '一二三',
      '特定個人情報の正確性確保の措置の内容',
      '四',
    ]);
  });

  it('a row whose label is printed again on each page is made whole', async () => {
    const pages = [
      [label, '一'],
      [label, '二'],
      [label, '三'],
    ].map((row) => torn([row]));
    expect(shape(await read([...pages.slice(0, 2), `${pages[2] ?? ''}\n${text(53, 200, '終')}`]))).toEqual([
      [[label, '一\n二\n三']],
      '終',
    ]);
  });

  it('a label above its text is left out where it is printed again', async () => {
    const across = (words: string) =>
      page(fill(50, 60, 300, 20), table(50, 60, [300], [['その他のリスク'], [words]]));
    const document = await read([across('一'), across('二'), across('三')]);
    expect(shape(document)).toEqual([[['その他のリスク'], ['一\n二\n三']]]);
  });

  it('a row of the same label that begins an answer of its own is not joined', async () => {
    const rows = [torn([[label, '一']]), torn([[label, '[　十分である　]']])];
    expect(cellsOf(await read(rows)).map((cell) => cell.text)).toEqual([
      label,
      '一',
      label,
      '[　十分である　]',
    ]);
  });

  it('rows of 変更箇所 of one day and one item are not joined', async () => {
    const row = (words: string) => ['令和６年', 'Ⅰ', words, '乙', '事後'];
    const document = await read([bottom([head, row('甲')]), top([row('丙')])]);
    expect(shape(document)).toEqual([[head, row('甲')], [row('丙')]]);
  });

  it('a row that was cut in two is made whole', async () => {
    const document = await read([
      bottom([head, ['令和６年', 'Ⅰ', '前半', '乙', '事後']]),
      top([
        ['', '', '後半', '', ''],
        ['令和７年', 'Ⅱ', '丙', '丁', '事前'],
      ]),
    ]);
    expect(shape(document)).toEqual([
      [head, ['令和６年', 'Ⅰ', '前半\n後半', '乙', '事後'], ['令和７年', 'Ⅱ', '丙', '丁', '事前']],
    ]);
  });
});

describe('labels and values side by side', () => {
  const rows = Array.from({ length: 12 }, (_, at) => at * 40 + 100);
  const beside = page(
    ...rows.flatMap((y) => [text(60, y, '項目'), text(200, y - 8, '一'), text(200, y + 8, '二')]),
  );

  it('without lines around them are said to be so', async () => {
    expect(await read([beside])).toMatchObject({ order: 'lines', unframed: true });
  });

  it('are not found where texts are merely set in', async () => {
    const below = page(...rows.flatMap((y) => [text(60, y, '項目'), text(80, y + 16, '一')]));
    expect((await read([below])).unframed).toBeUndefined();
  });
});

describe('lines outside tables', () => {
  const numbered = (number: number, body: string) =>
    page(text(250, 30, 'みなも市評価書'), text(50, 100, body), text(280, 820, `${number}／３`));

  it('that stand at the edge of all pages are headers and footers', async () => {
    const document = await read([numbered(1, '一'), numbered(2, '二'), numbered(3, '三')]);
    expect(shape(document)).toEqual([{ header: 'みなも市評価書' }, '一', '二', '三', { footer: '1／３' }]);
    expect(document.order).toBe('lines');
  });

  it('are larger where they are headings', async () => {
    const document = await read([
      page(text(50, 100, 'Ⅰ　基本情報', 16), text(50, 130, '本文がここに続く。')),
    ]);
    expect(shape(document)).toEqual([{ heading: 'Ⅰ　基本情報' }, '本文がここに続く。']);
  });

  it('keep blanks where the page has room for them', async () => {
    expect(shape(await read([page(latin(50, 100, 'A'), latin(80, 100, 'B'))]))).toEqual(['A B']);
  });
});

describe('characters', () => {
  it('drawn twice to look bold are read once', async () => {
    expect(shape(await read([page(text(50, 100, '太字'), text(50.4, 100, '太字'))]))).toEqual(['太字']);
  });

  it('of vertical writing are read down the column, columns from the right', async () => {
    const document = await read([
      page(text(300, 100, '縦書き', 10, 'F2'), text(280, 100, '二列目', 10, 'F2')),
    ]);
    expect(shape(document)).toEqual(['縦書き', '二列目']);
  });

  it('of a turned page are read as it is shown', async () => {
    const turned = `BT /F1 10 Tf 0 1 -1 0 300 100 Tm <6a2a> Tj <9577> Tj ET`;
    expect(shape(await read([turned], { rotate: 90 }))).toEqual(['横長']);
  });

  it.each([
    ['to the left', '0 1 -1 0 842 0'],
    ['to the right', '0 -1 1 0 0 842'],
    ['upside down', '-1 0 0 -1 595 842'],
  ])('that stand on their side (%s) are read upright, with their table', async (_, matrix) => {
    const rows = [['①事務の名称', '住民基本台帳', 'に関する事務']];
    const turned = `q ${matrix} cm ${table(50, 100, [80, 100, 100], rows)} Q`;
    expect(shape(await read([turned]))).toEqual([rows]);
  });

  it('keep strokes that are drawn as lines to themselves', async () => {
    const cell = page(frame(50, 80, 100, 30), text(54, 100, '国', 20), frame(58, 86, 12, 12));
    expect(shape(await read([page(cell, frame(150, 80, 200, 30))]))).toEqual([[['国', '']]]);
  });

  it('in a small square are its tick', async () => {
    const content = page(
      frame(50, 91, 10, 10),
      text(51, 99, 'レ', 8),
      text(64, 100, '紙'),
      frame(100, 91, 10, 10),
      text(114, 100, '電子'),
    );
    expect(shape(await read([content]))).toEqual(['☑紙 ☐電子']);
  });
});

describe('fonts that are not in the file', () => {
  it.each([
    ['90ms-RKSJ-H', '8f5a96af91e492a081698358'],
    ['EUC-H', 'bdbbccb1c2e6c4a2a1caa5b9'],
    ['UniJIS-UCS2-H', '4f4f6c1153f05e33ff0830b9'],
    ['90msp-RKSJ-H', '8f5a96af91e492a081698358'],
  ])('are read by their character map: %s', async (encoding, codes) => {
    const document = await read([`BT /F1 10 Tf 1 0 0 1 50 742 Tm <${codes}> Tj ET`], { encoding });
    expect(shape(document)).toEqual(['住民台帳（ス']);
  });

  it('are read by the numbers of a known collection', async () => {
    const options = { encoding: 'Identity-H', ordering: 'Japan1' };
    const document = await read(['BT /F1 10 Tf 1 0 0 1 50 742 Tm <034a0353> Tj ET'], options);
    expect(shape(document)[0]).toMatch(/^[ぁ-ん]{2}$/);
  });
});

describe('text that characters stand for', () => {
  const span = (properties: string, inner: string) => `/Span ${properties} BDC\n${inner}\nEMC`;
  const place = (x: number, content: string) => `BT /F1 10 Tf 1 0 0 1 ${x} 742 Tm ${content} ET`;
  const hex = (words: string) => `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`;

  it('takes their place', async () => {
    const drawn = `<524d> Tj ${span(`<</ActualText ${hex('𠮷')}>>`, '<3013> Tj')} <5f8c> Tj`;
    expect(shape(await read([place(50, drawn)]))).toEqual(['前𠮷後']);
  });

  it('does so where the character has no meaning of its own, and nothing is reported', async () => {
    const unknown = `${span(`<</MCID 0>>`, span(`<</ActualText ${hex('葛󠄀')}>>`, '<0001> Tj'))} <57ce> Tj`;
    const document = await read([place(50, unknown)]);
    expect(shape(document)).toEqual(['葛󠄀城']);
    expect(document.notices).toEqual([]);
  });

  it('is found among the properties of the page, and written in letters', async () => {
    const document = await read([place(50, span('/P1', '<fb01> Tj'))], {
      resources: '/Properties<</P1<</ActualText(f\\151)>>>>',
    });
    expect(shape(document)).toEqual(['fi']);
  });

  it('may be none: a hyphen at the end of a line', async () => {
    const drawn = `<524d> Tj ${span('<</ActualText<FEFF00AD>>>', '<002d> Tj')} <5f8c> Tj`;
    expect(shape(await read([place(50, drawn)]))).toEqual(['前後']);
  });

  it('is left alone where it runs over lines or cannot be told apart', async () => {
    const lines = span(`<</ActualText ${hex('別の字')}>>`, '<524d> Tj 0 -20 Td <5f8c> Tj');
    expect(shape(await read([place(50, lines)]))).toEqual(['前', '後']);
    const doubtful = place(
      50,
      `(/Span <</ActualText (x)>> BDC) Tj ${span('<</ActualText(y)>>', '<524d> Tj')}`,
    );
    expect(shape(await read([doubtful])).join('')).toContain('前');
  });
});

describe('what cannot be read', () => {
  it('is refused where no page has text, with the number of pages', async () => {
    const picture =
      '8 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/Length 0>> stream\n\nendstream endobj';
    await expect(read([frame(50, 100, 10, 100), ''], { objects: [picture] })).rejects.toMatchObject({
      error: { code: 'scanned', params: { pages: 2 } },
    });
  });

  it('is said of single pages', async () => {
    const document = await read([text(50, 100, '本文'), '']);
    expect(document.notices).toEqual([{ code: 'pagesWithoutText', params: { pages: '2', count: 1 } }]);
  });

  it('is refused where fonts number their shapes and say no more', async () => {
    const numbered = { encoding: 'Identity-H', ordering: 'Identity' };
    await expect(read([text(50, 100, '本文')], numbered)).rejects.toMatchObject({
      error: { code: 'shapesOnly' },
    });
    const some = await read([page(text(50, 100, '本'), latin(50, 130, 'Latin letters'))], numbered);
    expect(shape(some)).toEqual(['\ufffd', 'Latin letters']);
    expect(some.notices).toEqual([{ code: 'unreadableCharacters', params: { pages: '1', count: 1 } }]);
  });

  /** Some bytes of one page changed, from this share of it on. */
  const spoilt = (page: number, share: number) => (data: Uint8Array, at: number) => {
    const from = Math.floor(data.length * share);
    return at === page
      ? data.map((byte, place) => (place < from || place > from + 4 ? byte : byte ^ 0xff))
      : data;
  };
  const lines = (words: string) =>
    page(...Array.from({ length: 30 }, (_, at) => text(50, 90 + at * 20, `${words}${String(at)}`)));
  const pages = ['一', '二', '三'].map(lines);

  it('is said of a page whose contents are broken; the others are read', async () => {
    const document = await read(pages, { packed: spoilt(1, 0) });
    expect(document.notices).toEqual([{ code: 'pageDamaged', params: { page: 2, count: 1 } }]);
    expect(JSON.stringify(shape(document))).toMatch(/一29.*三29/s);
  });

  it('is said of a page that breaks off within', async () => {
    const document = await read(pages, { packed: spoilt(1, 0.6) });
    expect(document.notices).toContainEqual({ code: 'pagePartlyDamaged', params: { page: 2, count: 1 } });
    expect(JSON.stringify(shape(document))).toMatch(/一29.*二0.*三29/s);
  });

  it('is not said where a writer leaves the check sums out', async () => {
    const document = await read(pages, { packed: (data) => data.subarray(0, -4) });
    expect(document.notices).toEqual([]);
  });

  it('is refused as damaged, not as pictures, where no page can be unpacked', async () => {
    await expect(read(['一'], { packed: spoilt(0, 0) })).rejects.toMatchObject({
      error: { code: 'damaged' },
    });
  });

  it('is refused where contents unpack to more than a document needs', async () => {
    const small = { ...CONTEXT, limits: { ...CONTEXT.limits, partBytes: 100_000 } };
    const bomb = pdfOf(['q Q\n'.repeat(100_000)], { packed: (data) => data });
    await expect(readPdf(bomb, 'a.pdf', small)).rejects.toMatchObject({ error: { code: 'bomb' } });
  });

  it('is refused beyond the limit of pages', async () => {
    const limited = { ...CONTEXT, limits: { ...CONTEXT.limits, pages: 1 } };
    await expect(readPdf(pdfOf(['', '']), 'a.pdf', limited)).rejects.toMatchObject({
      error: { code: 'tooManyPages' },
    });
  });

  it('stops when it is cancelled', async () => {
    const cancelled = { ...CONTEXT, isCancelled: () => true };
    await expect(readPdf(pdfOf([text(50, 100, '本文')]), 'a.pdf', cancelled)).rejects.toMatchObject({
      error: { code: 'cancelled' },
    });
  });
});

describe('a broken list of pages', () => {
  const pages = ['一枚目', '二枚目', '三枚目', '四枚目'].map((words) => text(50, 100, words));
  const whole = strFromU8(pdfOf(pages), true);
  const broken = (from: string, to: string) => {
    expect(whole).toContain(from);
    return readPdf(strToU8(whole.replace(from, to), true), '評価書.pdf', CONTEXT);
  };

  it.each([
    ['whose first entry leads nowhere', 'Kids[10 0 R', 'Kids[99 6 R'],
    ['whose last entry leads nowhere', '16 0 R]', '16 6 R]'],
  ])('%s is made anew from the pages that stand in the file', async (_, from, to) => {
    const document = await broken(from, to);
    expect(shape(document)).toEqual(['一枚目', '二枚目', '三枚目', '四枚目']);
    expect(document.notices).toMatchObject([{ code: 'archiveDamaged' }]);
  });

  it('that ends at a page which is none leads to the pages behind it', async () => {
    const document = await broken('12 0 obj <</Type/Page', '12 0 obj <</T(pe/Page');
    expect(shape(document)).toEqual(['一枚目', '三枚目', '四枚目']);
    expect(document.notices).toMatchObject([{ code: 'archiveDamaged' }]);
  });
});
