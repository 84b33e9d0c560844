import type { ParagraphBlock } from '../../blocks';

/** The head or foot of a sheet in the codes of Excel. */
export interface Margin {
  readonly role: 'header' | 'footer';
  readonly codes: string;
}

/**
 * The fixed words of a sheet's headers and footers, the same ones once; page numbers, dates and names that Excel fills
 * in are left out.
 */
export function marginBlocks(margins: readonly Margin[], sheet: string): readonly ParagraphBlock[] {
  const blocks = margins.flatMap(({ role, codes }) => {
    const text = fixedWords(codes);
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
