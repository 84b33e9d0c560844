import type { PrintDocument } from '../model/types';
import { appProperties, coreProperties, packageRelations } from '../properties';
import { zipped } from '../zip';
import { documentPart } from './body';
import { commentsPart, contentTypes, documentRelations, footerPart, headerPart, settingsPart } from './parts';
import { stylesPart } from './styles';
import { type PictureBytes, Writing } from './writing';

export interface DocxOptions {
  readonly pictures?: PictureBytes;
  /** Time that stands in the properties and at tracked changes, ISO 8601 without fractions. */
  readonly date?: string;
  /** Who tracked changes are made by. */
  readonly author?: string;
}

/** A Word document (Office Open XML, transitional). The same print model gives the same bytes. */
export function writeDocx(document: PrintDocument, options: DocxOptions = {}): Uint8Array {
  const authorship = {
    author: options.author ?? document.agency,
    date: options.date ?? '2000-01-01T00:00:00Z',
  };
  const writing = new Writing(options.pictures ?? (() => undefined), authorship);
  const body = documentPart(writing, document);
  const commented = document.comments.length > 0;
  const media = writing.pictures().map((picture) => [`word/${picture.path}`, picture.bytes] as const);
  return zipped({
    '[Content_Types].xml': contentTypes(commented),
    '_rels/.rels': packageRelations('word/document.xml'),
    'docProps/core.xml': coreProperties(document, options.date),
    'docProps/app.xml': appProperties(document),
    'word/document.xml': body,
    'word/_rels/document.xml.rels': documentRelations(commented, writing.pictures()),
    'word/styles.xml': stylesPart(),
    'word/settings.xml': settingsPart(),
    'word/header1.xml': headerPart(document),
    'word/footer1.xml': footerPart(),
    ...(commented ? { 'word/comments.xml': commentsPart(document.comments) } : {}),
    ...Object.fromEntries(media),
  });
}
