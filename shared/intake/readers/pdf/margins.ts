import type { PageItem, PageLine } from './pageItems';

/** A page as laid out; `number` from 1. */
export interface LaidOutPage {
  readonly number: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

/** A line at the edge of pages that belongs to none of them. */
export interface MarginLine {
  readonly role: 'header' | 'footer';
  readonly text: string;
  /** The first page it stands on. */
  readonly page: number;
}

/** Shares of the height of a page. */
const MARGIN = 0.1;
/** Shares of all pages on which a line must stand. */
const RECURRING = 0.3;

/** Pages without their headers, footers and page numbers, and these, each wording once. */
export function splitMargins(pages: readonly LaidOutPage[]): {
  pages: readonly LaidOutPage[];
  margins: readonly MarginLine[];
} {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(marginKeys(page))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * RECURRING);
  const margins = new Map<string, MarginLine>();
  const bodies = pages.map((page) => {
    const items = page.items.filter((item) => {
      const role = roleOf(item, page);
      if (!role || item.kind !== 'line') return true;
      const key = keyOf(item, role);
      if (!isPageNumber(item.line.text) && (counts.get(key) ?? 0) < least) return true;
      if (!margins.has(key)) margins.set(key, { role, text: item.line.text, page: page.number });
      return false;
    });
    return { ...page, items };
  });
  return { pages: bodies, margins: [...margins.values()] };
}

function marginKeys(page: LaidOutPage): readonly string[] {
  return page.items.flatMap((item) => {
    const role = roleOf(item, page);
    return role && item.kind === 'line' ? [keyOf(item, role)] : [];
  });
}

function roleOf(item: PageItem, { height }: LaidOutPage): 'header' | 'footer' | undefined {
  if (item.kind !== 'line') return undefined;
  if (item.line.bottom < height * MARGIN) return 'header';
  return item.line.top > height * (1 - MARGIN) ? 'footer' : undefined;
}

/** Numbers in it may count up from page to page. */
function keyOf({ line }: PageLine, role: string): string {
  return `${role}:${line.text.normalize('NFKC').replace(/\d+/g, '#').replace(/\s/g, '')}`;
}

/** `3`, `- 3 -`, `3/25`, `3 / 25 ページ`, `P.3`. */
function isPageNumber(text: string): boolean {
  return /^[-–—‐−\s(]*(p\.?|page)?\s*\d{1,5}\s*([/／]\s*\d{1,5}\s*)?(ページ|頁)?[-–—‐−\s)]*$/i.test(
    text.normalize('NFKC'),
  );
}
