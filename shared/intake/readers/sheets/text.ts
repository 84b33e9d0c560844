import { isSymbolFont, symbolText } from '../symbols';
import { withLineBreaks } from './cell';

/** A text of a cell: in one look, or in pieces of several. */
export type CellText = string | readonly TextPiece[];

export interface TextPiece {
  readonly text: string;
  /** Undefined for that of the cell. */
  readonly font: string | undefined;
  /** Struck out: an old text that somebody left to be seen. */
  readonly struck?: true;
}

/** What the text looks like in a cell of this font: letters of symbol fonts as the boxes and marks that they show. */
export function shownText(text: CellText, cellFont: string | undefined): string {
  if (typeof text === 'string') return inFont(text, cellFont);
  const valid = text.filter(({ struck }) => !struck);
  return withLineBreaks(valid.map((piece) => inFont(piece.text, piece.font ?? cellFont)).join(''));
}

/** What is struck out in a text; '' for none. */
export function struckText(text: CellText): string {
  return typeof text === 'string' ? '' : text.map((piece) => (piece.struck ? piece.text : '')).join('');
}

function inFont(text: string, font: string | undefined): string {
  return isSymbolFont(font) ? symbolText(font, text) : text;
}
