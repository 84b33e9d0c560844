import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment } from '../../../../../shared/assessment/document';
import { assessmentFrom } from '../../../../../shared/assessment/fromItems';
import type { Assessment } from '../../../../../shared/assessment/types';
import { formOf } from '../../../../../shared/forms/catalog';
import { normaliseIgnoringCase } from '../../../../../shared/japanese/normalise';
import { publishVariant } from '../../../../../shared/publish';
import { FORMATS } from '../../../../../shared/publish/formats';
import { fileName, publicCoverOf, publishedName } from '../../../../../shared/publish/fileNames';
import { exposuresOf } from '../../../../../shared/publish/variants/exposures';
import { publicCopy } from '../../../../../shared/publish/variants/withhold';
import { anyAssessment, counter } from '../../assessment/arbitrary';

const author = { name: '湊 一郎', department: '情報政策課', pc: 'PC-01' };

function mark(path: string, passage?: string): Comment {
  const withhold = passage === undefined ? {} : { passage };
  return { id: `${path} ${passage ?? ''}`, path, text: '個人の氏名のため', at: 0, author, withhold };
}

function assessmentOf(values: Readonly<Record<string, string>>): Assessment {
  const items = Object.entries(values).map(([path, value]) => ({ path, value }));
  return assessmentFrom(formOf('form4'), items, counter());
}

const found = (assessment: Assessment, ...comments: Comment[]) =>
  exposuresOf(assessment, comments).map(({ label, written, count }) => [
    label.split('　').at(-1),
    written,
    count,
  ]);

describe('short withheld words that would stay', () => {
  const assessment = assessmentOf({
    'cover.name': '湊太郎奨学基金に関する事務',
    'I.1.m2': '決定は湊太郎が行う。',
    'V.1.m1': 'みなも市総務課（担当 湊　太郎）',
    'V.2.m2': '湊太郎あてに受け付ける。\n湊太郎が不在のときは課長が受け付ける。',
  });

  test('are listed in the order of the form with the text around them', () => {
    const exposures = exposuresOf(assessment, [mark('I.1.m2', '湊太郎')]);
    expect(exposures.map(({ path, count }) => [path, count])).toEqual([
      ['cover.name', 1],
      ['V.1.m1', 1],
      ['V.2.m2', 2],
    ]);
    expect(exposures[1]).toMatchObject({
      passage: '湊太郎',
      reason: '個人の氏名のため',
      before: 'みなも市総務課（担当 ',
      written: '湊　太郎',
      after: '）',
    });
    expect(exposures[2]?.after).toBe('あてに受け付ける。 湊太郎が…');
  });

  test('are gone once the listed places are marked, also from the name of the file', () => {
    const first = [mark('I.1.m2', '湊太郎')];
    const more = exposuresOf(assessment, first).map(({ path, passage }) => mark(path, passage));
    const comments = [...first, ...more];
    expect(exposuresOf(assessment, comments)).toEqual([]);
    expect(publishedName({ assessment, comments: first }, 'public')).toBe(
      '湊太郎奨学基金に関する事務_全項目評価書_公表用',
    );
    expect(publishedName({ assessment, comments }, 'public')).toBe(
      '【非公表】奨学基金に関する事務_全項目評価書_公表用',
    );
    expect(publishedName({ assessment, comments }, 'clean')).toBe(fileName(assessment, 'clean'));
    expect(publicCoverOf(assessment, comments).name).toBe('【非公表】奨学基金に関する事務');
  });

  test.each([
    ['ＳＡＴＯ', 'sato', 'sato'],
    ['ミナト', 'ﾐﾅﾄ', 'ﾐﾅﾄ'],
    ['Sato', 'ｓＡＴｏ', 'ｓＡＴｏ'],
    ['ガス', 'ｶﾞｽ', 'ｶﾞｽ'],
  ])('%s is found as %s', (passage, elsewhere, written) => {
    const two = assessmentOf({ 'I.1.m2': `${passage}が行う。`, 'V.1.m1': `（${elsewhere}）` });
    expect(found(two, mark('I.1.m2', passage))).toEqual([['①請求先', written, 1]]);
  });

  test('of an item that is withheld as a whole are listed unless the item says nothing', () => {
    const two = assessmentOf({ 'I.7.m1': '税務課', 'V.2.m1': '税務課', 'I.6.m2': 'なし', 'V.1.m6': 'なし' });
    expect(found(two, mark('I.7.m1'), mark('I.6.m2'))).toEqual([['①連絡先', '税務課', 1]]);
  });

  test('are no words of the form: chosen options stay and are not listed', () => {
    const two = assessmentOf({ 'III[1].2.r1.sufficient': '十分である', 'I.1.m2': '十分に説明する。' });
    const comments = [mark('I.1.m2', '十分')];
    expect(exposuresOf(two, comments)).toEqual([]);
    const whole = assessmentOf({
      'III[1].2.r1.sufficient': '十分である',
      'III[1].2.r2.sufficient': '十分である',
    });
    const paths = Object.keys(whole.values);
    const { assessment: copy } = publicCopy(whole, [mark(paths[0] ?? '')]);
    expect(paths.map((path) => copy.values[path])).toEqual(['【非公表】', '十分である']);
  });

  test('are not seen in the sign that stands for what was left out', () => {
    const two = assessmentOf({
      'I.1.m2': '公表する。合言葉は海の風である。',
      'V.2.m2': '合言葉は海の風である。',
    });
    const comments = [mark('I.1.m2', '公表'), mark('V.2.m2', '合言葉は海の風')];
    expect(exposuresOf(two, comments)).toEqual([]);
    expect(publicCopy(two, comments).assessment.values['V.2.m2']).toBe('【非公表】である。');
  });

  test('that are settled ask for nothing', () => {
    const settled = { ...mark('I.1.m2', '湊太郎'), resolved: { at: 1, author } };
    expect(exposuresOf(assessment, [settled])).toEqual([]);
  });
});

describe('withheld passages', () => {
  test('of which one lies in another are left out together: no rest of the longer one stays', () => {
    const text = '別館３階の第二電算室に置く。';
    const two = assessmentOf({ 'I.1.m2': text, 'V.2.m2': `控えも${text}` });
    for (const passages of [
      ['第二電算室', '別館３階の第二電算室'],
      ['別館３階の第二', '第二電算室'],
    ]) {
      const { values } = publicCopy(
        two,
        passages.map((passage) => mark('I.1.m2', passage)),
      ).assessment;
      expect([values['I.1.m2'], values['V.2.m2']]).toEqual([
        '【非公表】に置く。',
        '控えも【非公表】に置く。',
      ]);
    }
  });

  test('of five characters and more are left out wherever they occur, in any case and width', () => {
    const two = assessmentOf({ 'I.1.m2': 'Minato-3F', 'V.2.m2': 'ｍｉｎａｔｏ－３ｆ で受け付ける。' });
    const { assessment: copy, parts } = publicCopy(two, [mark('I.1.m2', 'MINATO-3F')]);
    expect(copy.values['V.2.m2']).toBe('【非公表】 で受け付ける。');
    expect(parts[0]).toMatchObject({ elsewhere: ['V.2.m2'], gone: false });
  });

  test('what is not left out is listed: of any text no copy of any length stays without a word', () => {
    fc.assert(
      fc.property(
        anyAssessment,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (any, pick, from, length) => {
          const texts = Object.entries(any.values).flatMap(([path, value]) =>
            typeof value === 'string' && normaliseIgnoringCase(value) !== '' ? [[path, value] as const] : [],
          );
          const chosen = texts[pick % Math.max(1, texts.length)];
          if (!chosen) return;
          const chars = Array.from(chosen[1]);
          const passage = chars.slice(from % chars.length, (from % chars.length) + length).join('');
          if (normaliseIgnoringCase(passage) === '') return;
          const comments = [mark(chosen[0], passage)];
          const exposed = exposuresOf(any, comments);
          const all = [...comments, ...exposed.map((one) => mark(one.path, one.passage))];
          const left = exposuresOf(any, all);
          expect(left).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

test.each(FORMATS)(
  '%s: no withheld name is in properties, titles, names of sheets or headers',
  async (format) => {
    const name = '湊太郎';
    const assessment = assessmentOf({
      'cover.number': '1',
      'cover.name': `${name}奨学基金に関する事務`,
      'cover.agency': `${name}記念財団`,
      'cover.remarks': `${name}が監査する。`,
    });
    const comments = ['cover.name', 'cover.agency', 'cover.remarks'].map((path) => mark(path, name));
    const source = { assessment, comments, notes: [] };
    const bytes = await publishVariant(source, 'public', format, { date: '2026-04-01T00:00:00Z' });
    const parts = bytes[0] === 0x50 ? Object.entries(unzipSync(bytes)) : [['file', bytes] as const];
    for (const [part, content] of parts) {
      expect(part).not.toContain(name);
      expect(strFromU8(content), part).not.toContain(name);
    }
    const complete = await publishVariant(source, 'clean', format);
    const written =
      complete[0] === 0x50
        ? Object.values(unzipSync(complete)).map((one) => strFromU8(one))
        : [strFromU8(complete)];
    // The search finds what is there; the table of changes says nothing of the cover.
    expect(written.some((content) => content.includes(name))).toBe(format !== 'csv');
  },
);
