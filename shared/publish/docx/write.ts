import { Document, Packer } from 'docx';
import type { PrintDocument } from '../model/types';
import type { PictureBytes } from '../../assessment/pictures';
import { appProperties, coreProperties } from '../properties';
import { sectionsOf } from './body';
import { commentsOf } from './comments';
import { normaliseZip } from './normaliseZip';
import { styles } from './styles';
import { DocxContext } from './context';

export interface DocxOptions {
  readonly pictures?: PictureBytes;
  /** Time that is in the properties and at tracked changes, ISO 8601 without fractions. */
  readonly date?: string;
  /** Who tracked changes are made by. */
  readonly author?: string;
}

/** Where no time is given. */
const NO_DATE = '2000-01-01T00:00:00Z';

/** A Word document (Office Open XML, transitional). The same print model gives the same bytes. */
export async function writeDocx(document: PrintDocument, options: DocxOptions = {}): Promise<Uint8Array> {
  const date = options.date ?? NO_DATE;
  const author = options.author ?? document.agency;
  const context = new DocxContext(options.pictures ?? (() => undefined), { author, date });
  const file = new Document({
    sections: sectionsOf(context, document),
    styles: styles(),
    comments: { children: commentsOf(document.comments, date) },
    defaultTabStop: 840,
    compatibility: { version: 15 },
  });
  const packed = await Packer.pack(file, 'uint8array', false, propertyParts(document, options.date));
  return normaliseZip(packed, '[Content_Types].xml');
}

/** The library would write the time of writing into the properties. */
function propertyParts(document: PrintDocument, date: string | undefined) {
  return [
    { path: 'docProps/core.xml', data: coreProperties(document, date) },
    { path: 'docProps/app.xml', data: appProperties(document) },
  ];
}
