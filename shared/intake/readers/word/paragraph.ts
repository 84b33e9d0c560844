import type { Block } from '../../blocks';

/** A paragraph as it is printed, tracked changes taken as made. */
export interface Paragraph {
  readonly text: string;
  readonly images: readonly string[];
  /** Text boxes anchored in the paragraph. */
  readonly boxes: readonly Block[];
  /** Text that is in the file but not printed. */
  readonly hidden: string;
  readonly heading: boolean;
  /** The end of the paragraph is deleted: the next one goes on in it. */
  readonly joinsNext: boolean;
}

/** What follows one another in a body, a cell or a text box. `Table`: what the format has for a table not yet read. */
export type Piece<Table> =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly table: Table };

/** A paragraph of nothing but this text. */
export function plainParagraph(text: string): Paragraph {
  return { text, images: [], boxes: [], hidden: '', heading: false, joinsNext: false };
}

/** The same pieces, a paragraph whose end is deleted gone on in the next. */
export function* joinedPieces<Table>(pieces: Iterable<Piece<Table>>): Generator<Piece<Table>> {
  let open: Paragraph | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      if (open) yield { kind: 'paragraph', paragraph: open };
      open = undefined;
      yield piece;
      continue;
    }
    const paragraph: Paragraph = open ? joined(open, piece.paragraph) : piece.paragraph;
    open = paragraph.joinsNext ? paragraph : undefined;
    if (!open) yield { kind: 'paragraph', paragraph };
  }
  if (open) yield { kind: 'paragraph', paragraph: open };
}

function joined(first: Paragraph, next: Paragraph): Paragraph {
  return {
    text: first.text + next.text,
    hidden: first.hidden + next.hidden,
    images: [...first.images, ...next.images],
    boxes: [...first.boxes, ...next.boxes],
    heading: next.heading,
    joinsNext: next.joinsNext,
  };
}
