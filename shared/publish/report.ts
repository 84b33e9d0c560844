import { documentLines } from './model/runs';
import type { PrintDocument } from './model/types';
import { unwritableIn as found } from './xml';

/** All text of the document as one text. */
export function printText(document: PrintDocument): string {
  return documentLines(document).join('\n');
}

/** Characters of a text that no file can hold, each once; files have U+FFFD instead. */
export function unwritableIn(text: string): readonly string[] {
  return [...new Set(found(text))];
}
