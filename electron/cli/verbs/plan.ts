import { extname, resolve } from 'node:path';
import { Failure } from '../../../shared/commands/failure';
import type { LedgerRow } from '../../../shared/ledger/rows';
import { PLAN_FORMATS, writePlan } from '../../../shared/publish/plan/plan';
import { planOf } from '../../office/plan';
import { isoOf } from '../../publish/source';
import { assertMayWrite, writeOutput } from '../output';
import { csvEncoding } from '../rowOptions';
import { WrongUsage, type CliTools, type Verb } from '../verb';
import { rowsOf } from './ledger';

/** 計画管理書 (様式１) of a folder and those below it. A file that cannot be read is said, and is not in it. */
export const planVerb: Verb = {
  name: 'plan',
  files: 1,
  options: ['output', 'overwrite', 'subfolders', 'no-subfolders', 'encoding', 'json'],
  required: ['output'],
  async run(input, tools) {
    const output = input.text('output') ?? '';
    const extension = extname(output).toLowerCase();
    const format = PLAN_FORMATS.find((one) => `.${one}` === extension);
    const encoding = csvEncoding(input.text);
    if (!format || (encoding && format !== 'csv')) throw new WrongUsage();
    if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
    await assertMayWrite(output, input.overwrite);
    const rows = await rowsOf(input, tools);
    const plan = planOf(rows, tools.language, tools.now());
    const bytes = await writePlan(plan, format, { date: isoOf(tools.now()), encoding });
    await writeOutput(output, format === 'pdf' ? await printed(bytes, tools) : bytes);
    reportPlan(rows, resolve(output), input.json, tools);
  },
};

async function printed(page: Uint8Array, { printPdf }: CliTools): Promise<Uint8Array> {
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  return printPdf(new TextDecoder().decode(page), '');
}

function reportPlan(rows: readonly LedgerRow[], path: string, json: boolean, tools: CliTools): void {
  const { print, printError, report } = tools;
  const faults = rows.filter((row) => row.kind === 'fault');
  const notices = faults.map(({ file, fault }) => ({ code: 'notRead', file, message: fault }));
  if (json) print(JSON.stringify({ path, notices }));
  else report('planWritten', { count: rows.length - faults.length });
  for (const { file, message } of notices) printError(`${file}: ${message}`);
  if (faults.length > 0) throw new Failure('someNotRead', { failed: faults.length, all: rows.length });
}
