import { strToU8 } from 'fflate';
import type { Assessment } from '../assessment/types';
import { changeRows } from './csv/changes';
import { writeCsv } from './csv/write';
import { writeDocx } from './docx/write';
import type { CsvEncoding, PublishFormat, Variant } from './formats';
import { type HtmlOptions, writeHtml } from './html/write';
import { writeJson } from '../json/write';
import type { PrintOptions } from './model/document';
import type { PictureBytes } from '../assessment/pictures';
import { type Publication, publicationOf, type PublicationSource } from './variants/publication';
import { writeXlsx } from './xlsx/write';

/** What writers need besides the print model. */
export interface WriteTools {
  readonly pictures?: PictureBytes;
  readonly html?: Omit<HtmlOptions, 'pictures'>;
  readonly csv?: CsvEncoding;
  /** ISO 8601; is in the properties of the file and at tracked changes. */
  readonly date?: string;
  readonly author?: string;
}

export type Writer = (
  publication: Pick<Publication, 'print' | 'assessment'>,
  tools: WriteTools,
) => Uint8Array | Promise<Uint8Array>;

/** The writer of each format. */
export const WRITERS: Readonly<Record<PublishFormat, Writer>> = {
  docx: ({ print }, tools) => writeDocx(print, tools),
  xlsx: ({ print }, tools) => writeXlsx(print, tools),
  html: ({ print }, tools) => strToU8(writeHtml(print, htmlOptions(tools))),
  json: ({ assessment }, tools) => strToU8(writeJson(assessment, tools)),
  csv: ({ assessment }, tools) => writeCsv(changeRows(assessment), tools.csv).bytes,
};

function htmlOptions({ html, pictures }: WriteTools): HtmlOptions {
  return { ...html, ...(pictures ? { pictures } : {}) };
}

/** A variant of a document as the bytes of a file. */
export async function publishVariant(
  source: PublicationSource,
  variant: Variant,
  format: PublishFormat,
  tools: WriteTools & PrintOptions = {},
): Promise<Uint8Array> {
  return WRITERS[format](publicationOf(source, variant, tools), tools);
}

/** The assessment as it is, as the bytes of a file. */
export function publish(
  assessment: Assessment,
  format: PublishFormat,
  tools: WriteTools & PrintOptions = {},
): Promise<Uint8Array> {
  return publishVariant({ assessment, comments: [], notes: [] }, 'clean', format, tools);
}
