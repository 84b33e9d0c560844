import { extname } from 'node:path';
import { Failure } from '../../../shared/commands/failure';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { publish, WRITERS, type PublishFormat } from '../../../shared/publish/index';
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
    if ((text('variant') ?? 'clean') !== 'clean') throw new WrongUsage();
    if (format === 'pdf' && !tools.printPdf) throw new Failure('pdfNeedsBrowser');
    const document = documentFrom(await readAny(path), path, tools.now());
    await writeOutput(output, await bytesIn(format, document, tools));
  },
};

type OutputFormat = PublishFormat | 'pdf';

function formatOf(output: string): OutputFormat {
  const extension = extname(output).slice(1).toLowerCase();
  const format = [...(Object.keys(WRITERS) as PublishFormat[]), 'pdf' as const].find(
    (known) => known === extension,
  );
  if (!format) throw new WrongUsage();
  return format;
}

async function bytesIn(
  format: OutputFormat,
  document: HyokaDocument,
  { printPdf }: CliTools,
): Promise<Uint8Array> {
  const pictures = picturesOf(document);
  if (format !== 'pdf') return publish(document.assessment, format, { pictures });
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  const options = { fonts: fontAddress, picture: pictureUrl(document) };
  const html = publish(document.assessment, 'html', { pictures, html: options });
  return printPdf(new TextDecoder().decode(html));
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
