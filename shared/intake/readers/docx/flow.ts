import { child, elementsOf, type XmlElement } from '../xml/element';
import { controlText } from './controls';
import { noteSection, readParagraph, type Paragraph } from './paragraph';
import type { Story } from './story';

/** What follows one another in a body, a cell or a text box. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'table'; readonly element: XmlElement };

/** Paragraphs and tables in order, wrappers opened; a paragraph whose end is deleted goes on in the next. */
export function* piecesOf(elements: Iterable<XmlElement>, story: Story): Generator<Piece> {
  let open: Paragraph | undefined;
  for (const piece of rawPieces(elements, story)) {
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

function* rawPieces(elements: Iterable<XmlElement>, story: Story): Generator<Piece> {
  for (const element of elements) {
    switch (element.name) {
      case 'p':
        yield { kind: 'paragraph', paragraph: readParagraph(element, story) };
        break;
      case 'tbl':
        yield { kind: 'table', element };
        break;
      case 'sdt':
        yield* controlPieces(element, story);
        break;
      case 'customXml':
      case 'smartTag':
      case 'ins':
      case 'moveTo':
        yield* rawPieces(elementsOf(element), story);
        break;
      case 'AlternateContent':
        yield* rawPieces(elementsOf(elementsOf(element)[0]), story);
        break;
      case 'sectPr':
        noteSection({ name: 'body', attributes: {}, children: [element] }, story);
        break;
      case 'altChunk':
        story.notices.add('embeddedObject');
        break;
      default:
        break;
    }
  }
}

function* controlPieces(control: XmlElement, story: Story): Generator<Piece> {
  const text = controlText(control);
  if (text === undefined) yield* rawPieces(elementsOf(child(control, 'sdtContent')), story);
  else yield { kind: 'paragraph', paragraph: plainParagraph(text) };
}

/** A paragraph of nothing but this text. */
export function plainParagraph(text: string): Paragraph {
  return { text, images: [], boxes: [], hidden: '', heading: false, joinsNext: false };
}
