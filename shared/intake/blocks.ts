import type { FoundImage } from './result';
import type { ReadNotice, SourceInfo, Where } from '../assessment/source';

/**
 * What every reader makes of its bytes: neutral blocks in reading order, with their place in the source.
 * Text is as in the source, line breaks as \n. A box that can be ticked is one character wherever the format
 * has a special thing for it (content control, form control, Wingdings, HTML input): `☑` ticked, `☐` not;
 * HTML radio buttons, which text recognition produces at random, are `◉` checked and `◎` not.
 */
export interface SourceDocument {
  readonly source: SourceInfo;
  readonly blocks: readonly Block[];
  readonly images: readonly FoundImage[];
  readonly notices: readonly ReadNotice[];
  /**
   * How far the order of blocks can be trusted: `layout` (cells and order are those of the page), `lines` (text
   * lines in page order, cells lost), `scrambled` (text taken out of a PDF: order lost within a page).
   */
  readonly order: 'layout' | 'lines' | 'scrambled';
  /** Cells stood side by side without lines around them: how far a text reaches beside its label is lost. */
  readonly unframed?: true;
}

export type Block = ParagraphBlock | TableBlock | ImageBlock;

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly where: Where;
  /** Where the source says so. */
  readonly role?: 'heading' | 'header' | 'footer' | 'footnote' | 'textbox' | 'comment';
}

export interface TableBlock {
  readonly kind: 'table';
  readonly where: Where;
  readonly rows: readonly TableRowBlock[];
  /** Continues the table before it (a page break or a sheet break lay between). */
  readonly continues?: boolean;
}

export interface TableRowBlock {
  readonly cells: readonly CellBlock[];
}

export interface CellBlock {
  readonly text: string;
  /** Grid position from 0; merged cells span more than one. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly where: Where;
  /** A shaded cell: on official sheets, a heading. */
  readonly shaded?: boolean;
  /** Tables inside the cell; their text is not in `text`. */
  readonly tables?: readonly TableBlock[];
  /** Hash of pictures standing in the cell. */
  readonly images?: readonly string[];
}

export interface ImageBlock {
  readonly kind: 'image';
  readonly hash: string;
  readonly where: Where;
}
