import { joinedPieces, type Piece, plainParagraph } from '../word/paragraph';
import { child, elementsOf, type XmlElement } from '../xml/element';
import { controlText } from './controls';
import { shownAlternatives } from './alternatives';
import { equationText, noteSection, readParagraph } from './paragraph';
import type { Story } from './story';

/** A table is read by whoever knows its place. */
export type DocxPiece = Piece<XmlElement>;

/** Paragraphs and tables in order, wrappers opened. */
export function piecesOf(elements: Iterable<XmlElement>, story: Story): Generator<DocxPiece> {
  return joinedPieces(rawPieces(elements, story));
}

function* rawPieces(elements: Iterable<XmlElement>, story: Story): Generator<DocxPiece> {
  for (const element of elements) {
    switch (element.name) {
      case 'p':
        yield { kind: 'paragraph', paragraph: readParagraph(element, story) };
        break;
      case 'tbl':
        yield { kind: 'table', table: element };
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
        yield* rawPieces(elementsOf(shownAlternatives(element)[0]), story);
        break;
      case 'oMathPara':
      case 'oMath':
        yield { kind: 'paragraph', paragraph: plainParagraph(equationText(element, story)) };
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

function* controlPieces(control: XmlElement, story: Story): Generator<DocxPiece> {
  const text = controlText(control, story);
  if (text === undefined) yield* rawPieces(elementsOf(child(control, 'sdtContent')), story);
  else yield { kind: 'paragraph', paragraph: plainParagraph(text) };
}
