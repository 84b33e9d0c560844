import { childrenOf, elementsOf, textOf, type XmlElement } from '../xml/element';
import { XmlPull } from '../xml/pull';
import { withLineBreaks } from '../sheets/cell';

/** The strings that cells share, by index. Stops at the damage of a damaged part. */
export function readSharedStrings(xml: string | undefined, depth: number): readonly string[] {
  if (xml === undefined) return [];
  return Array.from(childrenOf(new XmlPull(xml), 'sst', depth), richText);
}

/** The text of a string item: plain or in runs, without furigana (`rPh`). */
export function richText(item: XmlElement | undefined): string {
  const parts = elementsOf(item).map((part) => {
    if (part.name === 't') return textOf(part);
    return part.name === 'r' ? elementsOf(part, 't').map(textOf).join('') : '';
  });
  return unescaped(parts.join(''));
}

/** `_x000D_` stands for a character that XML would lose (ECMA-376 22.4.2.4); line breaks become \n. */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return withLineBreaks(plain);
}
