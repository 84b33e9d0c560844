import { extname, resolve } from 'node:path';
import { Failure } from '../../../shared/commands/failure';
import { type LedgerColumn, ledgerReport, type LedgerRow, sameNumbers } from '../../../shared/ledger/rows';
import { ledgerCsv } from '../../office/csv';
import { listLedger } from '../../office/listing';
import { ledgerTexts, todayAt } from '../../office/words';
import { assertMayWrite, writeOutput } from '../output';
import { csvEncoding } from '../rowOptions';
import { textTable } from '../textTable';
import { type CliTools, WrongUsage, type Verb, type VerbInput } from '../verb';
import { silentTools } from '../../jobs/silentTools';

/**
 * 評価書台帳 of a folder and those below it: a table, JSON, or a CSV. Refused at the end where a document could not be read; its
 * row says why.
 */
export const ledgerVerb: Verb = {
  name: 'ledger',
  files: 1,
  options: ['output', 'overwrite', 'subfolders', 'no-subfolders', 'encoding', 'json'],
  required: [],
  async run(input, tools) {
    const output = input.text('output');
    if (output !== undefined && extname(output).toLowerCase() !== '.csv') throw new WrongUsage();
    if (output === undefined && input.text('encoding') !== undefined) throw new WrongUsage();
    const encoding = csvEncoding(input.text);
    if (output !== undefined) await assertMayWrite(output, input.overwrite);
    const rows = await rowsOf(input, tools);
    if (output !== undefined) await writeCsv(output, rows, encoding, tools);
    show(rows, output, input.json, tools);
    const unread = rows.filter(({ kind }) => kind === 'fault').length;
    if (unread > 0) throw new Failure('someNotRead', { failed: unread, all: rows.length });
  },
};

/** The rows of the folder that a verb was given; those below it too unless it is told otherwise. */
export function rowsOf(
  { files: [path = ''], subfolders, topOnly }: Pick<VerbInput, 'files' | 'subfolders' | 'topOnly'>,
  { ledgerFactsOf, now, error }: CliTools,
): Promise<readonly LedgerRow[]> {
  if (subfolders && topOnly) throw new WrongUsage();
  return listLedger(
    { folder: resolve(path), subfolders: !topOnly },
    { ...silentTools, factsOf: ledgerFactsOf, now, sentence: error },
  );
}

async function writeCsv(
  output: string,
  rows: readonly LedgerRow[],
  encoding: ReturnType<typeof csvEncoding>,
  { language, now, report }: CliTools,
): Promise<void> {
  const { bytes, unwritable } = ledgerCsv(rows, { language, now: now(), encoding });
  await writeOutput(output, bytes);
  if (unwritable.length > 0) report('csvLost', { characters: unwritable.join('') });
}

function show(rows: readonly LedgerRow[], output: string | undefined, json: boolean, tools: CliTools): void {
  const { print, report, language, now } = tools;
  if (json) {
    const same = sameNumbers(rows);
    const reports = rows.map((row) => ledgerReport(row, same, todayAt(now())));
    print(JSON.stringify({ ...(output === undefined ? {} : { path: resolve(output) }), rows: reports }));
  } else if (rows.length === 0) report('ledgerEmpty');
  else if (output === undefined)
    print(textTable(ledgerTexts(rows, { language, now: now(), columns: TABLE_COLUMNS })));
  else report('ledgerWritten', { count: rows.length });
}

/** What fits into the window of a terminal; JSON and CSV have all columns. */
const TABLE_COLUMNS: readonly LedgerColumn[] = [
  'number',
  'name',
  'form',
  'department',
  'state',
  'published',
  'revised',
  'reviewDue',
  'reviewState',
  'reassessDue',
  'reassessState',
  'errors',
  'warnings',
  'toReview',
  'openBy',
  'file',
  'remarks',
];
