import type { Block } from '../../blocks';
import type { ImageStore } from '../images/store';
import type { Limits, Notices } from '../reading';
import type { Archive } from '../zip/archive';
import type { CellContext } from './cells';

/** What all sheets of one workbook share. */
export interface Book {
  readonly archive: Archive;
  readonly limits: Limits;
  readonly notices: Notices;
  readonly images: ImageStore;
  readonly cells: CellContext;
  readonly counts: { cells: number };
  /** The notes in a comments part, as blocks of the sheet. */
  readonly readComments: (part: string, sheet: string) => readonly Block[];
}
