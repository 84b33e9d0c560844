import { strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment } from '../../../../../shared/assessment/document';
import { assessmentFrom } from '../../../../../shared/assessment/fromItems';
import type { Assessment } from '../../../../../shared/assessment/types';
import { leavesOf, outline } from '../../../../../shared/assessment/walk';
import { formOf } from '../../../../../shared/forms/catalog';
import { FORMATS } from '../../../../../shared/publish/formats';
import { publishVariant } from '../../../../../shared/publish';
import { documentLines } from '../../../../../shared/publish/model/runs';
import { publicationOf, type PublicationSource } from '../../../../../shared/publish/variants/publication';
import { WITHHELD_SIGN } from '../../../../../shared/publish/variants/sign';
import { anyAssessment, counter } from '../../assessment/arbitrary';
import { all, unpack } from '../ooxml/package';
import { problemsOf } from '../ooxml/validate';

const SECRET = 'みなも市庁舎別館３階の第二電算室';

function sample(): Assessment {
  const rows = {
    date: '令和7年4月1日',
    item: 'Ⅱ　６．①保管場所',
    before: 'なし',
    after: `みなも市庁舎\n別館３階の第二電算室（略）`,
    timing: '事後',
    reason: '',
  };
  return assessmentFrom(
    formOf('form4'),
    [
      { path: 'cover.name', value: '住民基本台帳に関する事務 全項目評価書' },
      { path: 'cover.agency', value: 'みなも市長' },
      { path: 'II[1].6.m1', value: `${SECRET}に置くサーバに保管する。\n入退室は${SECRET}の扉で管理する。` },
      { path: 'II[1].3.m1', value: { selected: ['その他'], texts: { その他: `${SECRET}の端末` } } },
      { path: 'III[1].7.r1.m5', value: '十分に行っている' },
      { path: 'III[1].7.r1.m5.content', value: '監視カメラを 12 台 置く。' },
      { path: 'I.2.systems[1].m3', value: { selected: ['税務システム'], texts: {} } },
      { path: 'annex3.rows[1]', value: rows },
      { path: 'annex3.rows[2]', value: { ...rows, after: 'みなも市庁舎別館3階 の第二電算室' } },
      {
        path: 'annex3.rows[3]',
        value: {
          ...rows,
          item: 'Ⅲ　７．リスク１　⑤物理的対策　具体的な対策の内容',
          before: '監視カメラを 10 台（略）',
          after: '監視カメラを 12 台（略）',
        },
      },
      {
        path: 'annex3.rows[4]',
        value: { ...rows, item: '同上', before: '－', after: '（略）別館３階の第二電算室（略）' },
      },
    ],
    counter(),
  );
}

const author = { name: '湊 一郎', department: '情報政策課', pc: 'PC-01' };

function mark(id: string, path: string, passage?: string): Comment {
  return { id, path, text: `理由${id}`, at: 0, author, withhold: passage === undefined ? {} : { passage } };
}

function source(assessment: Assessment, comments: readonly Comment[]): PublicationSource {
  return { assessment, comments, notes: [] };
}

function pathOf(assessment: Assessment, id: string): string {
  const form = formOf(assessment.form, assessment.edition);
  const leaf = leavesOf(outline(form, assessment)).find(({ item }) => item.id === id);
  if (!leaf) throw new Error(id);
  return leaf.path;
}

/** All text of a file, its archive unpacked. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50) return strFromU8(bytes);
  return Object.values(unpack(bytes).files)
    .map((part) => strFromU8(part))
    .join('\n');
}

const withoutSpace = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s|\\n/g, '');

describe('公表用', () => {
  const assessment = sample();
  const comments = [
    mark('1', pathOf(assessment, 'II.6.m1'), SECRET),
    mark('2', pathOf(assessment, 'III.7.r1.m5.content')),
    mark('3', pathOf(assessment, 'I.2.systems.m3')),
  ];

  test.each(FORMATS)('%s: no withheld passage is anywhere in the file', async (format) => {
    const bytes = await publishVariant(source(assessment, comments), 'public', format);
    const text = withoutSpace(textOf(bytes));
    expect(text).not.toContain(withoutSpace(SECRET));
    expect(text).not.toContain(withoutSpace('監視カメラを 12 台 置く。'));
    expect(text).toContain(format === 'csv' ? `${WITHHELD_SIGN}（略）` : WITHHELD_SIGN);
    // The same words in another width, a piece of them between （略）, and what the item said last year.
    expect(text.normalize('NFKC')).not.toContain(withoutSpace(SECRET).normalize('NFKC'));
    for (const piece of ['第二電算室', '監視カメラ', '12台', '10台']) expect(text).not.toContain(piece);
    if (format === 'docx' || format === 'xlsx') expect(problemsOf(bytes)).toEqual([]);
  });

  test('what surrounds a passage stays, and other items stay as they are', () => {
    const text = documentLines(publicationOf(source(assessment, comments), 'public').print).join('\n');
    expect(text).toContain(`${WITHHELD_SIGN}に置くサーバに保管する。`);
    expect(text).toContain('[　十分に行っている　]');
    expect(text).toContain(`[○] その他　（${WITHHELD_SIGN}の端末）`);
    expect(text).not.toContain('[○] 税務システム');
  });

  test('the list says what is withheld, why, and where the same words stood', () => {
    const { print, withheld } = publicationOf(source(assessment, comments), 'withheld');
    expect(withheld.map(({ elsewhere }) => elsewhere.length)).toEqual([4, 2, 0]);
    const text = documentLines(print).join('\n');
    for (const words of [SECRET, '理由1', '①保管場所', '（項目の全体）']) expect(text).toContain(words);
  });

  test('a passage that was edited away is reported', () => {
    const gone = [mark('1', pathOf(assessment, 'II.6.m1'), '第三電算室の金庫')];
    expect(publicationOf(source(assessment, gone), 'public').withheld[0]?.gone).toBe(true);
  });

  test('of any assessment any text of some length can be withheld', () => {
    fc.assert(
      fc.property(anyAssessment, fc.nat(), (any, pick) => {
        const texts = Object.entries(any.values).flatMap(([path, value]) =>
          typeof value === 'string' && value.replace(/\s/g, '').length >= 12 ? [[path, value] as const] : [],
        );
        const chosen = texts[pick % Math.max(1, texts.length)];
        if (!chosen) return;
        const form = formOf(any.form, any.edition);
        const official = JSON.stringify(form);
        if (official.includes(chosen[1])) return;
        const { print } = publicationOf(source(any, [mark('1', chosen[0])]), 'public');
        expect(withoutSpace(documentLines(print).join('\n'))).not.toContain(withoutSpace(chosen[1]));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('庁内回議用', () => {
  const assessment = sample();
  const note = { author: '湊 一郎', date: '2025-04-01T09:00:00Z', text: '要確認：写しを\n見ること' };

  test('comments stand in Word at their items, in the order of the document', async () => {
    const notes = [
      { ...note, text: '二つ目', path: pathOf(assessment, 'III.7.r1.m5.content'), review: true },
      { ...note, text: '一つ目', path: pathOf(assessment, 'II.6.m1') },
      { ...note, text: '全体' },
      { ...note, text: '部分', path: 'III.7.nowhere' },
    ];
    const bytes = await publishVariant({ assessment, comments: [], notes }, 'circulation', 'docx');
    expect(problemsOf(bytes)).toEqual([]);
    const opened = unpack(bytes);
    const texts = all(opened.part('word/comments.xml'), 'w:comment').map((one) => one.text);
    expect(texts).toEqual(['全体', '部分', '一つ目', '二つ目']);
    const marked = all(opened.part('word/document.xml'), 'w:r').filter((run) =>
      all(run, 'w:rStyle').some((style) => style.attributes['w:val'] === 'Review'),
    );
    expect(marked.map((run) => run.text)).toEqual(['監視カメラを 12 台 置く。']);
  });

  test('the page shows them at its end', async () => {
    const html = strFromU8(
      await publishVariant({ assessment, comments: [], notes: [note] }, 'circulation', 'html'),
    );
    expect(html).toContain('〔1〕');
    expect(html).toContain('湊 一郎：要確認：写しを\n見ること');
  });
});

test('the blank form holds nothing of the document', () => {
  const text = documentLines(publicationOf(source(sample(), []), 'blank').print).join('\n');
  expect(text).not.toContain('みなも市');
  expect(text).toContain('[令和6年10月　様式４]');
});
