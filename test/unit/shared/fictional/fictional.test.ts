import { describe, expect, it, vi } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { convertAssessment } from '../../../../shared/assessment/convertAssessment';
import { applyEdit, entriesOf, insertInto, setValue } from '../../../../shared/assessment/edit';
import { itemsOf } from '../../../../shared/assessment/items';
import { fromOrdinals } from '../../../../shared/assessment/ordinals';
import { FILES } from '../../../../shared/assessment/path';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { faultOf } from '../../../../shared/assessment/validate';
import { check } from '../../../../shared/checks/check';
import { changeViews } from '../../../../shared/compare/changeViews';
import { compare } from '../../../../shared/compare/compare';
import { COMPARISON_VARIANTS, comparisonPublication } from '../../../../shared/compare/print/variants';
import { planRound } from '../../../../shared/compare/rows/planRound';
import { tableEdit } from '../../../../shared/compare/rows/table';
import { formOf, FORM_IDS } from '../../../../shared/forms/catalog';
import type * as FormData from '../../../../shared/forms/data';
import { formSchema } from '../../../../shared/forms/schema';
import { importedDocument } from '../../../../shared/intake/imported';
import { readSource } from '../../../../shared/intake/readers/read';
import { recognise } from '../../../../shared/intake/recognise/recognise';
import { readJson } from '../../../../shared/json/read';
import { publish, WRITERS } from '../../../../shared/publish';
import { changeRows } from '../../../../shared/publish/csv/changes';
import { coverOf } from '../../../../shared/publish/fileNames';
import { counter } from '../assessment/arbitrary';
import { CONTEXT } from '../intake/readers/office';
import { FICTIONAL, fictionalForm } from './form';

vi.mock('../../../../shared/forms/data', async (original) => {
  const data = await original<typeof FormData>();
  const { fictionalForm: form } = await import('./form');
  return { ...data, BASE_FORMS: [...data.BASE_FORMS, form] };
});

const REFERENCE_DATE = 2027_05_01;

function set(document: Assessment, ordinalPath: string, value: Value): Assessment {
  const path = fromOrdinals(document, ordinalPath) ?? ordinalPath;
  const edit = setValue(document, path, value);
  expect(faultOf(document, edit)).toBeUndefined();
  return applyEdit(document, edit);
}

const ANSWERS: Readonly<Record<string, Value>> = {
  'top.no': '7',
  'top.na': '渡し場の帳面に関する事務　試し書き評価書',
  'top.chikai': 'みなも市は、帳面を濡らさないことを宣言する。',
  'top.so': '舟の数は含まない。',
  'top.yakusho': 'みなも市長',
  'top.hi': '令和9年4月20日',
  'A.a': '渡し場の帳面',
  'A.b': '渡し賃を受け取り、帳面に書く。\n雨の日は書かない。',
  'A.c': '千人まで',
  'A.e': '番屋の中',
  'A.d': { selected: ['計算機', 'ほか'], texts: { ほか: 'そろばん' } },
  'A.kura[1].na': 'みなも市舟方',
  'A.kura[1].wake': '舟の出る時刻を知らせるため。',
  'A.kura[2].na': 'みなも市水番',
  'A.kura[2].wake': '水かさを知らせるため。',
  'B[1].x': '渡し賃の帳簿',
  'B[1].y': '渡った人の名と日。',
  'B[1].z': '令和元年5月1日',
};

function begun(): Assessment {
  const newId = counter('n');
  let document = emptyAssessment(formOf(FICTIONAL), newId);
  document = applyEdit(document, insertInto('A.kura', 1, { id: newId() }));
  for (const [path, value] of Object.entries(ANSWERS)) document = set(document, path, value);
  return document;
}

async function read(document: Assessment, format: 'docx' | 'xlsx' | 'html') {
  const reading = await readSource(await publish(document, format), `みなも市.${format}`, CONTEXT);
  if (!reading.ok) throw new Error(reading.error.code);
  return recognise(reading.document);
}

async function imported(document: Assessment, format: 'docx' | 'xlsx' | 'html'): Promise<Assessment> {
  const recognition = await read(document, format);
  expect(recognition.leftover).toEqual([]);
  expect(recognition.formUncertain).toBeUndefined();
  const edge = { newId: counter('i'), documentId: 'd', at: 0 };
  return importedDocument(recognition, edge).assessment;
}

/** What a person answered; the stamp is printed by the form. */
const answersIn = (document: Assessment) =>
  Object.fromEntries(
    itemsOf(document)
      .filter(({ path, value }) => path !== 'top.han' && value !== '')
      .map(({ path, value }) => [path, value]),
  );

const lastYear = begun();
const thisYear = set(
  set(set(lastYear, 'A.a', '渡し場と橋の帳面'), 'A.kura[2].wake', '水かさと風を知らせるため。'),
  'top.hi',
  '令和10年4月20日',
);

describe('a form that only its data describes', () => {
  it('is data of the right shape, and known', () => {
    expect(() => formSchema.parse(fictionalForm)).not.toThrow();
    expect(FORM_IDS).toContain(FICTIONAL);
  });

  it('can be begun and edited', () => {
    expect(answersIn(lastYear)).toEqual(ANSWERS);
    expect(entriesOf(lastYear, FILES)).toHaveLength(1);
    expect(coverOf(lastYear)).toMatchObject({ number: '7', published: '令和9年4月20日' });
  });

  it('is checked by the rules that speak of its items', () => {
    expect(check(lastYear, REFERENCE_DATE).filter(({ severity }) => severity === 'error')).toEqual([]);
    const blank = set(lastYear, 'A.a', '　');
    expect(check(blank, REFERENCE_DATE).map(({ path }) => path)).toContain('A.a');
  });

  it.each(['docx', 'xlsx', 'html'] as const)('comes back from its own %s', async (format) => {
    expect(answersIn(await imported(lastYear, format))).toEqual(ANSWERS);
  });

  it('is compared with an import of last year, and gets its rows in its own words', async () => {
    const comparison = compare(await imported(lastYear, 'docx'), thisYear);
    expect(changeViews(comparison).map(({ headings }) => headings.join('　'))).toEqual([
      '表書き　世に出す日',
      '表書き　版',
      '甲 仕事のこと　㋐仕事の呼び名',
      '甲 仕事のこと　納め先2　(イ)納めるわけ',
    ]);
    const key = comparison.differences.find((difference) => difference.key === 'A.a')?.key ?? '';
    const { states } = planRound(comparison, { [key]: { material: true, reason: '橋も渡るため。' } });
    const table = applyEdit(thisYear, tableEdit(thisYear, states));
    expect(changeRows(table)).toEqual([
      ['書き換えた日', '書き換えた所', 'もとの文', 'いまの文', '届けた時', '届けの言い分'],
      [
        '令和10年4月20日',
        '甲 仕事のこと　㋐仕事の呼び名',
        '渡し場の帳面',
        '渡し場と橋の帳面',
        '先に',
        '橋も渡るため。',
      ],
      expect.arrayContaining(['令和10年4月20日', '後に', '水かさと風を知らせるため。']),
    ]);
    expect(answersIn(await imported(table, 'docx'))).toEqual(answersIn(table));
    expect(answersIn(await imported(table, 'xlsx'))).toEqual(answersIn(table));
  });

  it.each(COMPARISON_VARIANTS)('is handed out as %s', async (variant) => {
    const publication = comparisonPublication(compare(lastYear, thisYear), variant);
    for (const format of ['docx', 'xlsx', 'html'] as const)
      expect((await WRITERS[format](publication, {})).length).toBeGreaterThan(1_000);
  });

  it('is exact as JSON', async () => {
    const text = new TextDecoder().decode(await publish(thisYear, 'json'));
    const back = readJson(text, counter('j'));
    expect(back.ok && answersIn(back.assessment)).toEqual(answersIn(thisYear));
  });

  it('leaves behind in another form what that form does not ask', () => {
    const { unconverted, assessment } = convertAssessment(lastYear, formOf('form2'), counter('c'));
    expect(unconverted.map(({ text }) => text)).toContain('渡し場の帳面');
    expect(assessment.form).toBe('form2');
  });
});
