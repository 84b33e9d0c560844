import { extname, resolve } from 'node:path';
import { COMPARISON_VARIANTS } from '../../../shared/compare/print/variants';
import { Failure } from '../../../shared/commands/failure';
import type { CommandError } from '../../../shared/commands/result';
import type { HyokaDocument } from '../../../shared/assessment/document';
import type { RowOptions } from '../../../shared/compare/rows/planRound';
import {
  type CsvEncoding,
  OUTPUT_FORMATS,
  type OutputFormat,
  type Variant,
  VARIANTS,
} from '../../../shared/publish/formats';
import { renderFiles } from '../../publish/render';
import { renderComparisonIn } from '../compared';
import { type ExposureLine, exposureLines, reportExposures, reportLeftOut } from '../exposures';
import { attachmentsOf } from '../../publish/pictures';
import { publishSource } from '../../publish/source';
import { errorText } from '../../locale';
import { isFolder } from '../../files/folder';
import { realFileSystem } from '../../machine/realFileSystem';
import { assertMayWrite, assertNotSource, writeOutput } from '../output';
import { documentFrom, readAny } from '../source';
import { csvEncoding, ROW_OPTIONS, rowOptionsIn } from '../rowOptions';
import { exportFolder, type FolderLine, type RenderedFile } from './exportFolder';
import { STOPPED, WrongUsage, type CliTools, type Verb } from '../verb';
import { documentFiles } from '../../publish/documentFiles';
import { purposeOf, stops } from '../../../shared/checks/gates';
import { checkInputOf, documentGates } from '../../checks/documentChecks';
import { dayNumber } from '../../../shared/japanese/days';
import { reportGates } from '../gates';
import { silentTools } from '../../jobs/silentTools';

/** Any file as Word, PDF, HTML …; the format is told by the name of the output. */
export const exportVerb: Verb = {
  name: 'export',
  files: 1,
  options: [
    'output',
    'overwrite',
    'variant',
    'old',
    'formats',
    'subfolders',
    'encoding',
    'strict',
    ...ROW_OPTIONS,
    'json',
  ],
  required: ['output'],
  async run({ files: [path = ''], text, json, overwrite, subfolders, strict }, tools) {
    const output = text('output') ?? '';
    const [encoding, rows] = [csvEncoding(text), rowOptionsIn(text)];
    if (await isFolder(realFileSystem, path)) {
      const formats = (text('formats') ?? 'docx')
        .split(',')
        .map((format) => formatOf(`out.${format.trim()}`));
      const variant = variantOf(text('variant') ?? 'clean');
      if (hasRowOptions(rows) || (encoding && !formats.includes('csv'))) throw new WrongUsage();
      if (strict && (await folderStops(path, { subfolders, variant }, tools))) return;
      return exportWholeFolder(
        { path, output, formats, variant, encoding, subfolders, json, overwrite },
        tools,
      );
    }
    if (text('formats') !== undefined || subfolders) throw new WrongUsage();
    const variant = text('variant') ?? 'clean';
    if (strict && (await fileStops(path, variant, tools))) return;
    const notes = await exportFile(
      { path, output, variant, old: text('old'), encoding, rows, overwrite },
      tools,
    );
    const files = [{ format: formatOf(output), path: resolve(output), state: 'written' }];
    if (json) tools.print(JSON.stringify({ documents: [{ path, files, ...notes }] }));
  },
};

interface FileExport {
  readonly path: string;
  readonly output: string;
  readonly variant: string;
  readonly old: string | undefined;
  readonly encoding: CsvEncoding | undefined;
  readonly rows: RowOptions;
  readonly overwrite: boolean;
}

/** Whether 提出前チェック stops what leaves the office; the lines that stop are said, and the exit code is 3. */
async function fileStops(path: string, variant: string, tools: CliTools): Promise<boolean> {
  const purpose = purposeOf(variant);
  if (!purpose) return false;
  const document = documentFrom(await readAny(path, tools), tools.now());
  const gates = documentGates(document, checkInputOf(document, dayNumber(tools.now())), purpose);
  if (!stops(gates)) return false;
  tools.report('stopped', { path });
  reportGates(gates, tools);
  tools.exitWith(STOPPED);
  return true;
}

/** Nothing of a folder is written where one of its documents stops; what cannot be read is told when it is written. */
async function folderStops(
  folder: string,
  { subfolders, variant }: { readonly subfolders: boolean; readonly variant: Variant },
  tools: CliTools,
): Promise<boolean> {
  const found = await documentFiles(resolve(folder), { subfolders });
  let isStopped = false;
  for (const file of found)
    if (file.kind === 'file' && (await fileStops(file.path, variant, tools).catch(() => false)))
      isStopped = true;
  return isStopped;
}

function hasRowOptions(rows: RowOptions): boolean {
  return Object.keys(rows).length > 0;
}

async function exportFile(request: FileExport, tools: CliTools): Promise<FileNotes> {
  const { path, output, variant, old, encoding, rows, overwrite } = request;
  const format = formatOf(output);
  const comparison = COMPARISON_VARIANTS.find((known) => known === variant);
  if ((old !== undefined || hasRowOptions(rows)) && !comparison) throw new WrongUsage();
  if (encoding && (comparison || format !== 'csv')) throw new WrongUsage();
  const plain = comparison ? undefined : variantOf(variant);
  if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
  await assertNotSource(output, path, ...(old === undefined ? [] : [old]));
  await assertMayWrite(output, overwrite);
  const document = documentFrom(await readAny(path, tools), tools.now());
  const { bytes, leftOut } = comparison
    ? await renderComparisonIn(format, document, { variant: comparison, old, rows }, tools)
    : await renderIn(format, document, { variant: plain ?? 'clean', encoding }, tools);
  await writeOutput(output, bytes);
  const exposed = exposureLines(document, plain ?? 'clean');
  reportExposures(exposed, tools);
  reportLeftOut(leftOut, tools);
  return { ...(plain === 'public' ? { exposed } : {}), ...(leftOut.length > 0 ? { leftOut } : {}) };
}

/** What a person should know about a file that was written. */
interface FileNotes {
  readonly exposed?: readonly ExposureLine[];
  readonly leftOut?: readonly string[];
}

interface FolderExport {
  readonly path: string;
  readonly output: string;
  readonly formats: readonly OutputFormat[];
  readonly variant: Variant;
  readonly encoding: CsvEncoding | undefined;
  readonly subfolders: boolean;
  readonly json: boolean;
  readonly overwrite: boolean;
}

/** Every document of a folder; refused at the end where one of them could not be made. */
async function exportWholeFolder({ path, json, ...request }: FolderExport, tools: CliTools): Promise<void> {
  const { formats, variant, encoding } = request;
  if (formats.includes('pdf') && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
  const read = async (document: string) => documentFrom(await readAny(document, tools), tools.now());
  const make = (format: OutputFormat, document: HyokaDocument) =>
    renderIn(format, document, { variant, encoding }, tools);
  const lines = await exportFolder({ folder: path, ...request, read, render: make });
  if (json) tools.print(JSON.stringify({ documents: lines }));
  else for (const { files } of lines) for (const file of files) tools.print(`${file.state}\t${file.path}`);
  reportLines(lines, tools);
}

/** What was left out and why, document by document. Throws `someNotExported` where a file could not be made. */
function reportLines(lines: readonly FolderLine[], { report, language }: CliTools): void {
  if (lines.length === 0) report('noDocuments');
  for (const { path, exposed = [], leftOut = [] } of lines) {
    if (exposed.length > 0 || leftOut.length > 0) report('inDocument', { path });
    reportExposures(exposed, { report });
    reportLeftOut(leftOut, { report });
  }
  const failed = lines.map((line) => ({ path: line.path, errors: errorsOf(line) }));
  for (const { path, errors } of failed)
    for (const error of errors) report('notExported', { path, message: errorText(language, error) });
  const kept = lines.flatMap(({ files }) => files).filter(({ state }) => state === 'kept').length;
  if (kept > 0) report('keptFiles', { count: kept });
  const count = failed.filter(({ errors }) => errors.length > 0).length;
  if (count > 0) throw new Failure('someNotExported', { failed: count, all: lines.length });
}

function errorsOf({ error, files }: FolderLine): readonly CommandError[] {
  return [error, ...files.map((file) => file.error)].filter((found) => found !== undefined);
}

function formatOf(output: string): OutputFormat {
  const extension = extname(output).slice(1).toLowerCase();
  const format = OUTPUT_FORMATS.find((known) => known === extension);
  if (!format) throw new WrongUsage();
  return format;
}

function variantOf(name: string): Variant {
  const variant = VARIANTS.find((known) => known === name);
  if (!variant) throw new WrongUsage();
  return variant;
}

async function renderIn(
  format: OutputFormat,
  document: HyokaDocument,
  { variant, encoding }: { readonly variant: Variant; readonly encoding: CsvEncoding | undefined },
  { printPdf, now, language, report }: CliTools,
): Promise<RenderedFile> {
  const source = publishSource(document, language);
  const request = { source, variant, formats: [format], now: now(), ...(encoding ? { encoding } : {}) };
  const made = await renderFiles(request, { ...silentTools, attachment: attachmentsOf(document) });
  if (made.csvLost.length > 0) report('csvLost', { characters: made.csvLost.join('') });
  const bytes = made.files[0]?.bytes ?? new Uint8Array();
  const { leftOut } = made;
  if (format !== 'pdf') return { bytes, leftOut };
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  return { bytes: await printPdf(new TextDecoder().decode(bytes), made.title), leftOut };
}
