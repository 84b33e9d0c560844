import { child, childrenOf, elementsOf, textOf, type XmlElement } from '../xml/element';
import { XmlPull } from '../xml/pull';
import { withLineBreaks } from '../sheets/cell';
import { shownText, type CellText, type TextPiece } from '../sheets/text';

/** The strings that cells share, by index. Stops at the damage of a damaged part. */
export function readSharedStrings(xml: string | undefined, depth: number): readonly CellText[] {
  if (xml === undefined) return [];
  return Array.from(childrenOf(new XmlPull(xml), 'sst', depth), cellText);
}

/** The text of a string item: plain or in runs, without furigana (`rPh`). */
export function cellText(item: XmlElement | undefined): CellText {
  const pieces = elementsOf(item).flatMap(pieceOf);
  const [only] = pieces;
  const isPlain = pieces.length <= 1 && only?.font === undefined && !only?.struck;
  return isPlain ? (only?.text ?? '') : pieces;
}

/** The text alone, whatever it looks like. */
export function plainText(item: XmlElement | undefined): string {
  return shownText(cellText(item), undefined);
}

function pieceOf(part: XmlElement): readonly TextPiece[] {
  if (part.name === 't') return [{ text: unescaped(textOf(part)), font: undefined }];
  if (part.name !== 'r') return [];
  const look = child(part, 'rPr');
  const font = child(look, 'rFont')?.attributes.val;
  const text = unescaped(elementsOf(part, 't').map(textOf).join(''));
  return [{ text, font, ...(isStruck(look) ? { struck: true } : {}) }];
}

/** Whether a font strikes its text out (ECMA-376 18.8.22, 18.4.10). */
export function isStruck(font: XmlElement | undefined): boolean {
  const strike = child(font, 'strike');
  return strike !== undefined && !['0', 'false'].includes(strike.attributes.val ?? '1');
}

/** `_x000D_` stands for a character that XML would lose (ECMA-376 22.4.2.4); line breaks become \n. */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return withLineBreaks(plain);
}
