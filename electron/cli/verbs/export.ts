import { extname } from 'node:path';
import { COMPARISON_VARIANTS } from '../../../shared/compare/print/variants';
import { Failure } from '../../../shared/commands/failure';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { OUTPUT_FORMATS, type OutputFormat, type Variant, VARIANTS } from '../../../shared/publish/formats';
import { makeFiles } from '../../publish/make';
import { comparedIn } from '../compared';
import { publishSource } from '../../publish/source';
import { writeOutput } from '../output';
import { documentFrom, readAny } from '../source';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** Any file as Word, PDF, HTML …; the format is told by the name of the output. */
export const exportVerb: Verb = {
  name: 'export',
  files: 1,
  options: ['output', 'variant', 'old'],
  required: ['output'],
  async run({ files: [path = ''], text }, tools) {
    const output = text('output') ?? '';
    const format = formatOf(output);
    const name = text('variant') ?? 'clean';
    if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
    const document = documentFrom(await readAny(path), tools.now());
    const comparison = COMPARISON_VARIANTS.find((variant) => variant === name);
    const bytes = comparison
      ? await comparedIn(format, document, { variant: comparison, old: text('old') }, tools)
      : await bytesIn(format, document, variantOf(name), tools);
    await writeOutput(output, bytes);
  },
};

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

async function bytesIn(
  format: OutputFormat,
  document: HyokaDocument,
  variant: Variant,
  { printPdf, now, language }: CliTools,
): Promise<Uint8Array> {
  const source = publishSource(document, language);
  const made = makeFiles({ source, variant, formats: [format], now: now() }, nothing);
  const bytes = made.files[0]?.bytes ?? new Uint8Array();
  if (format !== 'pdf') return bytes;
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  return printPdf(new TextDecoder().decode(bytes), made.title);
}

const nothing = { progress: () => undefined, signal: new AbortController().signal };
