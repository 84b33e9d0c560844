import { extname } from 'node:path';
import { Failure } from '../../../shared/commands/failure';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { FORMATS, publishVariant, type PublishFormat } from '../../../shared/publish/index';
import { VARIANTS, type Variant } from '../../../shared/publish/variants/publication';
import { writeOutput } from '../output';
import { documentFrom, readAny } from '../source';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** Any file as Word, PDF, HTML …; the format is told by the name of the output. */
export const exportVerb: Verb = {
  name: 'export',
  files: 1,
  options: ['output', 'variant'],
  required: ['output'],
  async run({ files: [path = ''], text }, tools) {
    const output = text('output') ?? '';
    const format = formatOf(output);
    const variant = variantOf(text('variant') ?? 'clean');
    if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
    const document = documentFrom(await readAny(path), tools.now());
    await writeOutput(output, await bytesIn(format, document, variant, tools));
  },
};

type OutputFormat = PublishFormat | 'pdf';

function formatOf(output: string): OutputFormat {
  const extension = extname(output).slice(1).toLowerCase();
  const format = [...FORMATS, 'pdf' as const].find((known) => known === extension);
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
  { printPdf, now }: CliTools,
): Promise<Uint8Array> {
  const { assessment, comments } = document;
  const source = { assessment, comments, notes: [] };
  const tools = { pictures: picturesOf(document), date: new Date(now()).toISOString() };
  if (format !== 'pdf') return publishVariant(source, variant, format, tools);
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  const html = { fonts: fontAddress, picture: pictureUrl(document) };
  return printPdf(new TextDecoder().decode(publishVariant(source, variant, 'html', { ...tools, html })));
}

/** As the display engine of the program serves them. */
const fontAddress = (file: string): string => `/resources/fonts/${file}`;

function picturesOf({ attachments }: HyokaDocument) {
  return ({ hash }: { readonly hash: string }) => attachments.find((file) => file.hash === hash)?.bytes;
}

function pictureUrl({ attachments }: HyokaDocument) {
  return ({ hash }: { readonly hash: string }) => {
    const file = attachments.find((other) => other.hash === hash);
    return file && `data:${file.mime};base64,${Buffer.from(file.bytes).toString('base64')}`;
  };
}
