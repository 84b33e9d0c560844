import type { RowCells } from '../../../shared/assessment/round';
import { readExtentOf } from '../../../shared/compare/readExtent';
import { compareReport } from '../../../shared/compare/report';
import { formOf } from '../../../shared/forms/catalog';
import { CHANGE_COLUMNS, changeHeadsOf } from '../../../shared/forms/changeTable';
import type { CsvEncoding } from '../../../shared/publish/formats';
import { writeCsv } from '../../../shared/publish/csv/write';
import type { Assessment } from '../../../shared/assessment/types';
import { assertMayWrite, assertNotSource, writeOutput } from '../output';
import { csvEncoding, ROW_OPTIONS, rowOptionsIn } from '../rowOptions';
import { documentFrom, readAny } from '../source';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** What differs between two files, and the rows of 変更箇所 that follow from it; these also as CSV. */
export const compareVerb: Verb = {
  name: 'compare',
  files: 2,
  options: ['output', 'overwrite', 'encoding', ...ROW_OPTIONS, 'json'],
  required: [],
  async run({ files: [older = '', newer = ''], text, json, overwrite }, tools) {
    const { print, report, now } = tools;
    const [rows, encoding, output] = [rowOptionsIn(text), csvEncoding(text), text('output')];
    if (output === undefined ? encoding !== undefined || overwrite : !/\.csv$/i.test(output))
      throw new WrongUsage();
    if (output !== undefined) {
      await assertNotSource(output, older, newer);
      await assertMayWrite(output, overwrite);
    }
    const before = documentFrom(await readAny(older, tools), now());
    const after = documentFrom(await readAny(newer, tools), now());
    const read = { before: readExtentOf(before), after: readExtentOf(after) };
    const comparison = compareReport(before.assessment, after.assessment, { read }, rows);
    if (output !== undefined)
      await writeRows(output, { rows: comparison.rows, of: after.assessment, encoding }, tools);
    if (json) print(JSON.stringify(comparison));
    else report('compared', { differences: comparison.differences.length, rows: comparison.rows.length });
    if (comparison.unread.length > 0)
      report('unread', { items: comparison.unread.map(({ label }) => label).join('\n') });
  },
};

interface Rows {
  readonly rows: readonly RowCells[];
  /** Whose form gives the headings. */
  readonly of: Assessment;
  readonly encoding: CsvEncoding | undefined;
}

async function writeRows(output: string, { rows, of, encoding }: Rows, { report }: CliTools): Promise<void> {
  const heads = changeHeadsOf(formOf(of.form, of.edition));
  const cells = rows.map((row) => CHANGE_COLUMNS.map((column) => row[column]));
  const { bytes, unwritable } = writeCsv([heads, ...cells], encoding);
  await writeOutput(output, bytes);
  if (unwritable.length > 0) report('csvLost', { characters: unwritable.join('') });
}
