import { isSymbolFont, symbolText } from '../symbols';
import { withLineBreaks } from './cell';

/** A text of a cell: in one look, or in pieces of several. */
export type CellText = string | readonly TextPiece[];

export interface TextPiece {
  readonly text: string;
  /** Undefined for that of the cell. */
  readonly font: string | undefined;
}

/** What the text looks like in a cell of this font: letters of symbol fonts as the boxes and marks that they show. */
export function shownText(text: CellText, cellFont: string | undefined): string {
  if (typeof text === 'string') return inFont(text, cellFont);
  return withLineBreaks(text.map((piece) => inFont(piece.text, piece.font ?? cellFont)).join(''));
}

function inFont(text: string, font: string | undefined): string {
  return isSymbolFont(font) ? symbolText(font, text) : text;
}
