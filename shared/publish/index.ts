import { strToU8 } from 'fflate';
import type { Assessment, ImageRef } from '../assessment/types';
import { writeDocx } from './docx/write';
import { type HtmlOptions, writeHtml } from './html/write';
import { printDocument, type PrintOptions } from './model/document';
import type { PrintDocument } from './model/types';

/** What publishing needs besides the assessment. */
export interface PublishTools extends PrintOptions {
  readonly pictures?: (image: ImageRef) => Uint8Array | undefined;
  readonly html?: HtmlOptions;
  /** ISO 8601; stands in the properties of the file and at tracked changes. */
  readonly date?: string;
  readonly author?: string;
}

/** Bytes of a file, made from the print model. */
export type Writer = (document: PrintDocument, tools: PublishTools) => Uint8Array;

/** A format to publish in. PDF is the HTML page printed by the shell. */
export type PublishFormat = 'docx' | 'html';

export const WRITERS: Readonly<Record<PublishFormat, Writer>> = {
  docx: (document, tools) => writeDocx(document, tools),
  html: (document, tools) => strToU8(writeHtml(document, tools.html)),
};

/** The assessment as a file of the format. */
export function publish(assessment: Assessment, format: PublishFormat, tools: PublishTools = {}): Uint8Array {
  return WRITERS[format](printDocument(assessment, tools), tools);
}
