import type { Where } from '../../../assessment/source';
import type { ImageStore } from '../images/store';
import { assertCells, type Limits, type Notices } from '../reading';
import type { Numbering } from './numbering';

/** What all texts of one Word document share, whatever the format of the file. */
export interface WordContext {
  readonly limits: Limits;
  readonly notices: Notices;
  readonly images: ImageStore;
  readonly numbering: Numbering;
  readonly counts: Counts;
}

/** Running numbers; `page` only where the document remembers its page breaks. */
export interface Counts {
  page: number | undefined;
  tables: number;
  cells: number;
}

/** Where the story has come to. */
export function here({ counts }: WordContext): Where {
  return counts.page === undefined ? {} : { page: counts.page };
}

/** Headers, footers and notes stand on no page of their own. */
export function uncounted({ counts }: WordContext): Counts {
  return { page: undefined, tables: counts.tables, cells: counts.cells };
}

/** Throws a `Refusal` where the document has more cells than any real one. */
export function countCell({ counts, limits }: WordContext): void {
  assertCells(++counts.cells, limits.cells);
}
