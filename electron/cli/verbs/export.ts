import { extname, resolve } from 'node:path';
import { COMPARISON_VARIANTS } from '../../../shared/compare/print/variants';
import { Failure } from '../../../shared/commands/failure';
import type { CommandError } from '../../../shared/commands/result';
import type { HyokaDocument } from '../../../shared/assessment/document';
import type { RowOptions } from '../../../shared/compare/report';
import {
  type CsvEncoding,
  OUTPUT_FORMATS,
  type OutputFormat,
  type Variant,
  VARIANTS,
} from '../../../shared/publish/formats';
import { makeFiles } from '../../publish/make';
import { comparedIn } from '../compared';
import { type ExposureLine, exposureLines, sayExposures, sayLeftOut } from '../handedOut';
import { attachmentsOf } from '../../publish/pictures';
import { publishSource } from '../../publish/source';
import { errorText } from '../../locale';
import { isFolder } from '../../files/folder';
import { realFileSystem } from '../../machine/realFileSystem';
import { assertFree, assertOther, writeOutput } from '../output';
import { documentFrom, readAny } from '../source';
import { csvEncoding, ROW_OPTIONS, rowOptionsIn } from '../rowWishes';
import { exportFolder, type FolderLine, type MadeFile } from './exportFolder';
import { WrongUsage, type CliTools, type Verb } from '../verb';

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
    ...ROW_OPTIONS,
    'json',
  ],
  required: ['output'],
  async run({ files: [path = ''], text, json, overwrite, subfolders }, tools) {
    const output = text('output') ?? '';
    const [encoding, rowOptions] = [csvEncoding(text), rowOptionsIn(text)];
    if (await isFolder(realFileSystem, path)) {
      const formats = (text('formats') ?? 'docx')
        .split(',')
        .map((format) => formatOf(`out.${format.trim()}`));
      const variant = variantOf(text('variant') ?? 'clean');
      if (isAsked(rowOptions) || (encoding && !formats.includes('csv'))) throw new WrongUsage();
      return wholeFolder({ path, output, formats, variant, encoding, subfolders, json, overwrite }, tools);
    }
    if (text('formats') !== undefined || subfolders) throw new WrongUsage();
    const variant = text('variant') ?? 'clean';
    const notes = await oneFile(
      { path, output, variant, old: text('old'), encoding, rowOptions, overwrite },
      tools,
    );
    const files = [{ format: formatOf(output), path: resolve(output), state: 'written' }];
    if (json) tools.print(JSON.stringify({ documents: [{ path, files, ...notes }] }));
  },
};

interface OneFile {
  readonly path: string;
  readonly output: string;
  readonly variant: string;
  readonly old: string | undefined;
  readonly encoding: CsvEncoding | undefined;
  readonly rowOptions: RowOptions;
  readonly overwrite: boolean;
}

function isAsked(rowOptions: RowOptions): boolean {
  return Object.keys(rowOptions).length > 0;
}

async function oneFile(order: OneFile, tools: CliTools): Promise<FileNotes> {
  const { path, output, variant, old, encoding, rowOptions, overwrite } = order;
  const format = formatOf(output);
  const comparison = COMPARISON_VARIANTS.find((known) => known === variant);
  if ((old !== undefined || isAsked(rowOptions)) && !comparison) throw new WrongUsage();
  if (encoding && (comparison || format !== 'csv')) throw new WrongUsage();
  const plain = comparison ? undefined : variantOf(variant);
  if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
  await assertOther(output, path, ...(old === undefined ? [] : [old]));
  await assertFree(output, overwrite);
  const document = documentFrom(await readAny(path, tools), tools.now());
  const { bytes, leftOut } = comparison
    ? await comparedIn(format, document, { variant: comparison, old, rowOptions }, tools)
    : await madeIn(format, document, { variant: plain ?? 'clean', encoding }, tools);
  await writeOutput(output, bytes);
  const exposed = exposureLines(document, plain ?? 'clean');
  sayExposures(exposed, tools);
  sayLeftOut(leftOut, tools);
  return { ...(plain === 'public' ? { exposed } : {}), ...(leftOut.length > 0 ? { leftOut } : {}) };
}

/** What a person should know about a file that was written. */
interface FileNotes {
  readonly exposed?: readonly ExposureLine[];
  readonly leftOut?: readonly string[];
}

interface Folder {
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
async function wholeFolder({ path, json, ...order }: Folder, tools: CliTools): Promise<void> {
  const { formats, variant, encoding } = order;
  if (formats.includes('pdf') && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
  const read = async (document: string) => documentFrom(await readAny(document, tools), tools.now());
  const make = (format: OutputFormat, document: HyokaDocument) =>
    madeIn(format, document, { variant, encoding }, tools);
  const lines = await exportFolder({ folder: path, ...order, read, make });
  if (json) tools.print(JSON.stringify({ documents: lines }));
  else for (const { files } of lines) for (const file of files) tools.print(`${file.state}\t${file.path}`);
  tellLines(lines, tools);
}

/** What was left out and why, document by document. Throws `someNotExported` where a file could not be made. */
function tellLines(lines: readonly FolderLine[], { say, language }: CliTools): void {
  if (lines.length === 0) say('noDocuments');
  for (const { path, exposed = [], leftOut = [] } of lines) {
    if (exposed.length > 0 || leftOut.length > 0) say('inDocument', { path });
    sayExposures(exposed, { say });
    sayLeftOut(leftOut, { say });
  }
  const failed = lines.map((line) => ({ path: line.path, errors: errorsOf(line) }));
  for (const { path, errors } of failed)
    for (const error of errors) say('notExported', { path, message: errorText(language, error) });
  const kept = lines.flatMap(({ files }) => files).filter(({ state }) => state === 'kept').length;
  if (kept > 0) say('keptFiles', { count: kept });
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

async function madeIn(
  format: OutputFormat,
  document: HyokaDocument,
  { variant, encoding }: { readonly variant: Variant; readonly encoding: CsvEncoding | undefined },
  { printPdf, now, language, say }: CliTools,
): Promise<MadeFile> {
  const source = publishSource(document, language);
  const order = { source, variant, formats: [format], now: now(), ...(encoding ? { encoding } : {}) };
  const made = await makeFiles(order, { ...QUIET, attachment: attachmentsOf(document) });
  if (made.csvLost.length > 0) say('csvLost', { characters: made.csvLost.join('') });
  const bytes = made.files[0]?.bytes ?? new Uint8Array();
  const { leftOut } = made;
  if (format !== 'pdf') return { bytes, leftOut };
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  return { bytes: await printPdf(new TextDecoder().decode(bytes), made.title), leftOut };
}

const QUIET = { progress: () => undefined, signal: new AbortController().signal };
