import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { emptyAssessment } from '../../shared/assessment/create';
import { formOf } from '../../shared/forms/catalog';
import { publish } from '../../shared/publish';
import { counter } from '../unit/shared/assessment/arbitrary';
import { docOf } from '../unit/shared/intake/readers/doc/docFile';
import { EVERYTHING } from '../unit/shared/intake/readers/doc/everything';
import { docxOf, p, PIXEL, r, tbl, tc } from '../unit/shared/intake/readers/office';
import { pdfOf, table, text } from '../unit/shared/intake/readers/pdfFile';
import { boxState, drawn, note, pictureStore } from '../unit/shared/intake/readers/xls/drawn';
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
} from '../unit/shared/intake/readers/xls/xlsFile';

/** A file that mutations begin from. */
export interface Seed {
  readonly name: string;
  /** The extension. */
  readonly format: string;
  readonly bytes: Uint8Array;
  /** Its share of a campaign: a file that takes long to read gets less. */
  readonly weight: number;
}

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

const assessment = {
  ...emptyAssessment(formOf('form2'), counter()),
  values: { 'I.1.m1': '住民票に関する事務' },
};
/** One real file of each format, small enough to be mutated many times. */
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

export const OWN_FILES: readonly Seed[] = files.map(([format, bytes], at) => ({
  name: `${String(at)}.${format}`,
  format,
  bytes,
  weight: 3,
}));

const SAMPLES = '../shared/samples';

/** Published assessments beside the checkout, in Word, Excel and PDF; none where they are absent. */
export function samples(): readonly Seed[] {
  if (!existsSync(SAMPLES)) return [];
  return readdirSync(SAMPLES)
    .filter((name) => /\.(?:docx|xlsx|pdf)$/.test(name))
    .sort()
    .map((name) => ({
      name,
      format: name.slice(name.lastIndexOf('.') + 1),
      bytes: new Uint8Array(readFileSync(`${SAMPLES}/${name}`)),
      weight: 1,
    }));
}
