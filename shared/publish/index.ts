import { strToU8 } from 'fflate';
import type { Assessment, ImageRef } from '../assessment/types';
import { changeRows } from './csv/changes';
import { type CsvEncoding, writeCsv } from './csv/write';
import { writeDocx } from './docx/write';
import { type HtmlOptions, writeHtml } from './html/write';
import { writeJson } from './json/write';
import { printDocument, type PrintOptions } from './model/document';
import { writeXlsx } from './xlsx/write';

/** What publishing needs besides the assessment. */
export interface PublishTools extends PrintOptions {
  readonly pictures?: (image: ImageRef) => Uint8Array | undefined;
  readonly html?: HtmlOptions;
  readonly csv?: CsvEncoding;
  /** ISO 8601; stands in the properties of the file and at tracked changes. */
  readonly date?: string;
  readonly author?: string;
}

/** Formats that are written here; PDF is the HTML page printed by the shell. CSV holds 変更箇所. */
export type PublishFormat = 'docx' | 'html' | 'xlsx' | 'json' | 'csv';

export type Writer = (assessment: Assessment, tools: PublishTools) => Uint8Array;

/** The writer of each format. */
export const WRITERS: Readonly<Record<PublishFormat, Writer>> = {
  docx: (assessment, tools) => writeDocx(printDocument(assessment, tools), tools),
  xlsx: (assessment, tools) => writeXlsx(printDocument(assessment, tools), tools),
  html: (assessment, tools) => strToU8(writeHtml(printDocument(assessment, tools), tools.html)),
  json: (assessment, tools) => strToU8(writeJson(assessment, tools)),
  csv: (assessment, tools) => writeCsv(changeRows(assessment), tools.csv).bytes,
};

/** The assessment as the bytes of a file. */
export function publish(assessment: Assessment, format: PublishFormat, tools: PublishTools = {}): Uint8Array {
  return WRITERS[format](assessment, tools);
}
