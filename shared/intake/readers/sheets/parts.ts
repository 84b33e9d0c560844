import type { ParagraphBlock } from '../../blocks';
import type { Where } from '../../../assessment/source';
import type { ImageStore } from '../images/store';
import type { Limits, Notices } from '../reading';
import type { Address } from './address';
import type { ShownCell } from './cell';
import type { FloatingParts } from './floating';
import type { Merges } from './merges';

/** What all sheets of one workbook share, whatever its format. */
export interface SheetContext {
  readonly limits: Limits;
  readonly notices: Notices;
  readonly images: ImageStore;
  /** What was read so far of all sheets together. */
  readonly counts: { cells: number; characters: number };
}

/** A sheet of the book: its name, and where its table stands among the tables. */
export interface SheetPlace {
  readonly name: string;
  readonly table: number;
}

/** What a format holds of a sheet before it is put together. */
export interface SheetParts {
  /** In any order; blank ones count where they look like a place to write. */
  readonly cells: readonly ShownCell[];
  readonly merges: Merges;
  readonly margins: readonly ParagraphBlock[];
  readonly floating: FloatingParts;
}

export function whereOf({ row, column }: Address, { name, table }: SheetPlace): Where {
  return { sheet: name, table, row: row + 1, column: column + 1 };
}
