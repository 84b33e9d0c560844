import type { FloatingText } from '../sheets/floating';
import type { SheetContext } from '../sheets/parts';
import type { Archive } from '../zip/archive';
import type { CellContext } from './cells';

/** What all sheets of one workbook share. */
export interface Book extends SheetContext {
  readonly archive: Archive;
  readonly cells: CellContext;
  /** The notes in a comments part. */
  readonly readComments: (part: string) => readonly FloatingText[];
}
