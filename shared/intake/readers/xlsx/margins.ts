import type { ParagraphBlock } from '../../blocks';
import { elementsOf, textOf, type XmlElement } from '../xml/element';

/**
 * The fixed words of a sheet's header and footer; page numbers, dates and names that Excel fills in are left out.
 * `element`: `headerFooter`.
 */
export function readMargins(element: XmlElement | undefined, sheet: string): readonly ParagraphBlock[] {
  const blocks = elementsOf(element).flatMap((part) => {
    const text = fixedWords(textOf(part));
    const role = part.name.endsWith('Header') ? 'header' : 'footer';
    return isPageNumber(text) ? [] : [{ kind: 'paragraph', text, role, where: { sheet } } as const];
  });
  const seen = new Set<string>();
  return blocks.filter(({ text, role }) => !seen.has(role + text) && seen.add(role + text));
}

/** Codes begin with `&` (ECMA-376 18.3.1.46). */
function fixedWords(codes: string): string {
  return codes
    .replace(
      /&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[LCRPNDTFAZGBIUEXYSOH])|&(&)/g,
      (_, and?: string) => and ?? ' ',
    )
    .trim();
}

function isPageNumber(text: string): boolean {
  return /^[\s/／-]*((page|ページ|頁|of|全|中)[\s/／-]*)*$/i.test(text);
}
