import fc from 'fast-check';
import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCE_ERRORS } from '../../../../../shared/commands/intake';
import { intake, type Intake } from '../../../../../shared/intake/intake';
import { docOf } from './doc/docFile';
import { EVERYTHING } from './doc/everything';
import { mutated, mutatedParts } from './mutation';
import { CONTEXT, docxOf, p, PIXEL, r, tbl, tc } from './office';
import { pdfOf, table, text } from './pdfFile';
import { boxState, drawn, note, pictureStore } from './xls/drawn';
import {
  font,
  label,
  merged,
  number,
  stored,
  streamOf,
  stringStore,
  style,
  xlsOf,
  type BookContent,
} from './xls/xlsFile';
import { strToU8 } from 'fflate';
import { publish } from '../../../../../shared/publish';
import { emptyAssessment } from '../../../../../shared/assessment/create';
import { formOf, hasEdition } from '../../../../../shared/forms/catalog';
import { counter } from '../../assessment/arbitrary';

/** A workbook of Excel 97–2003 with everything that its reader knows. */
const everyRecord: BookContent = {
  globals: [
    stringStore(
      [
        {
          text: '評価書番号',
          runs: [
            [0, 0],
            [2, 0],
          ],
          phonetic: 30,
        },
        { text: '水面市'.repeat(300) },
      ],
      200,
    ),
    pictureStore({ bytes: PIXEL }),
    font('Wingdings'),
    style({ framed: true }),
  ],
  sheets: [
    {
      name: '様式３',
      records: [
        stored(0, 0, 0),
        stored(0, 1, 1),
        label(1, 0, '値'),
        number(1, 1, 45_931),
        merged([2, 5, 0, 3]),
        ...drawn(
          { corners: [0, 0, 1, 0, 1, 0, 2, 0], type: 0x0b, parts: [boxState(1)], text: '専用線' },
          { corners: [1, 0, 3, 0, 2, 0, 4, 0], type: 8, picture: 1, alt: '図' },
          { corners: [1, 0, 3, 0, 2, 0, 4, 0], type: 0x19, id: 4, text: '確認' },
        ),
        note(1, 1, 4),
      ],
    },
    { name: '裏', records: [label(0, 0, '甲')], state: 1 },
  ],
};

/** One real file of each format, small enough to be mutated many times. */
const assessment = {
  ...emptyAssessment(formOf('form2'), counter()),
  values: { 'I.1.m1': '住民票に関する事務' },
};
const files: readonly (readonly [format: string, bytes: Uint8Array])[] = [
  ['docx', await publish(assessment, 'docx')],
  ['doc', docOf(EVERYTHING)],
  ['xlsx', await publish(assessment, 'xlsx')],
  ['xls', xlsOf(everyRecord)],
  ['xls', streamOf(everyRecord)],
  ['html', await publish(assessment, 'html')],
  ['json', await publish(assessment, 'json')],
  [
    'pdf',
    pdfOf([
      table(
        50,
        100,
        [80, 200],
        [
          ['①', '値'],
          ['②', ''],
        ],
      ),
      text(50, 100, '本文'),
    ]),
  ],
  ['docx', docxOf(p('一', r('二', '<w:vanish/>')) + tbl([tc('甲', '<w:vMerge/>'), tc('乙')]))],
  ['txt', strToU8('評価書名\tみなも市\n[○] 紙 <input type="checkbox">')],
];

/** Read, with a form of ours and something in it, or refused with a reason that has a sentence. */
function expectAnswer(answer: Intake): void {
  if (!answer.ok) return expect(Object.keys(SOURCE_ERRORS)).toContain(answer.error.code);
  const { form, edition, items, leftover, images, blocks, assessment } = answer.recognition;
  expect(hasEdition(form, edition)).toBe(true);
  const found = items.filter(({ status }) => status !== 'missing');
  if (!assessment) expect(found.length + leftover.length + images.length + blocks.length).toBeGreaterThan(0);
}

/** FUZZ=20 for a long run. */
const LONGER = Number(process.env.FUZZ ?? 1);

/** ms; reading one of these takes some tens. */
const LIMIT = 5_000;

describe('mutated files', () => {
  it.each(files)(
    'of %s are read or refused, in time and without a crash',
    async (format, bytes) => {
      await fc.assert(
        fc.asyncProperty(mutated(bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, `a.${format}`, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT);
        }),
        { numRuns: 60 * LONGER },
      );
    },
    60_000 * LONGER,
  );
});

const anyDamage = (path: string, bytes: Uint8Array) =>
  path.endsWith('.pdf') ? mutated(bytes) : fc.oneof(mutated(bytes), mutatedParts(bytes));

const samples = ['../shared/samples/000.docx', '../shared/samples/000.xlsx', '../shared/samples/000.pdf'];

describe('sound archives whose parts say something else', () => {
  it.each(files.filter(([format]) => format === 'docx' || format === 'xlsx'))(
    'of %s are read or refused, in time and without a crash',
    async (format, bytes) => {
      await fc.assert(
        fc.asyncProperty(mutatedParts(bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, `a.${format}`, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT);
        }),
        { numRuns: 30 * LONGER },
      );
    },
    60_000 * LONGER,
  );
});

describe('mutated files of another program', () => {
  it.runIf(samples.every(existsSync)).each(samples)(
    '%s',
    async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      await fc.assert(
        fc.asyncProperty(anyDamage(path, bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, path, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT * 2);
        }),
        { numRuns: 6 * LONGER },
      );
    },
    120_000 * LONGER,
  );
});
