import { COLUMNS, type RowCells } from '../../../shared/assessment/round';
import { compareReport } from '../../../shared/compare/report';
import { formOf } from '../../../shared/forms/catalog';
import { changeHeadsOf } from '../../../shared/forms/lookup';
import type { CsvEncoding } from '../../../shared/publish/formats';
import { writeCsv } from '../../../shared/publish/csv/write';
import type { Assessment } from '../../../shared/assessment/types';
import { assertFree, assertOther, writeOutput } from '../output';
import { csvEncoding, ROW_OPTIONS, rowOptionsIn } from '../rowWishes';
import { documentFrom, readAny } from '../source';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** What differs between two files, and the rows of 変更箇所 that follow from it; these also as CSV. */
export const compareVerb: Verb = {
  name: 'compare',
  files: 2,
  options: ['output', 'overwrite', 'encoding', ...ROW_OPTIONS, 'json'],
  required: [],
  async run({ files: [older = '', newer = ''], text, json, overwrite }, tools) {
    const { print, say, now } = tools;
    const [rowOptions, encoding, output] = [rowOptionsIn(text), csvEncoding(text), text('output')];
    if (output === undefined ? encoding !== undefined || overwrite : !/\.csv$/i.test(output))
      throw new WrongUsage();
    if (output !== undefined) {
      await assertOther(output, older, newer);
      await assertFree(output, overwrite);
    }
    const before = documentFrom(await readAny(older, tools), now());
    const after = documentFrom(await readAny(newer, tools), now());
    const report = compareReport(before.assessment, after.assessment, {}, rowOptions);
    if (output !== undefined)
      await writeRows(output, { rows: report.rows, of: after.assessment, encoding }, tools);
    if (json) print(JSON.stringify(report));
    else say('compared', { differences: report.differences.length, rows: report.rows.length });
  },
};

interface Rows {
  readonly rows: readonly RowCells[];
  /** Whose form gives the headings. */
  readonly of: Assessment;
  readonly encoding: CsvEncoding | undefined;
}

async function writeRows(output: string, { rows, of, encoding }: Rows, { say }: CliTools): Promise<void> {
  const heads = changeHeadsOf(formOf(of.form, of.edition));
  const cells = rows.map((row) => COLUMNS.map((column) => row[column]));
  const { bytes, unwritable } = writeCsv([heads, ...cells], encoding);
  await writeOutput(output, bytes);
  if (unwritable.length > 0) say('csvLost', { characters: unwritable.join('') });
}
