import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { OutlineEntry, Pages } from './pdf';
import { usePreview } from './state';

type List = RefObject<HTMLDivElement | null>;

/** Room above a place that was asked for, in pixels. */
const MARGIN_ABOVE = 12;

/** Brings the page and place that was asked for into sight. */
export function useWantedPage(list: List, pages: Pages): void {
  const wanted = usePreview((state) => state.wanted);
  useEffect(() => {
    const column = columnOf(list);
    const sheet = wanted && sheetsOf(list)[wanted.page];
    if (!column || !sheet) return;
    column.scrollTop = sheet.offsetTop + wanted.top * scaleOf(sheet, pages, wanted.page) - MARGIN_ABOVE;
  }, [wanted, list, pages]);
}

/** The text at the upper edge stays there when the pages are resized. */
export function useKeptPosition(list: List, shown: number): void {
  const place = useRef({ page: 0, share: 0 });
  useLayoutEffect(() => {
    const column = columnOf(list);
    if (!column) return;
    const kept = sheetsOf(list)[place.current.page];
    if (kept) column.scrollTop = kept.offsetTop + place.current.share * kept.offsetHeight;
    return onScroll(column, () => {
      const sheets = sheetsOf(list);
      const page = pageAt(sheets, column.scrollTop);
      const { offsetTop = 0, offsetHeight = 1 } = sheets[page] ?? {};
      place.current = { page, share: (column.scrollTop - offsetTop) / offsetHeight };
    });
  }, [list, shown]);
}

/** Notes which page is in sight, and under which heading. */
export function useReadingPosition(list: List, pages: Pages, shown: number): void {
  useEffect(() => {
    const column = columnOf(list);
    if (!column) return;
    const note = () => {
      const sheets = sheetsOf(list);
      const current = pageAt(sheets, column.scrollTop + column.clientHeight / 3);
      const heading = Math.max(0, headingAt(pages, sheets, column.scrollTop + MARGIN_ABOVE + 4));
      const before = usePreview.getState();
      if (before.current !== current || before.heading !== heading) usePreview.setState({ current, heading });
    };
    note();
    return onScroll(column, note);
  }, [list, pages, shown]);
}

/** The last heading that is on an earlier page, or higher on the page at this height. */
function headingAt(pages: Pages, sheets: readonly HTMLElement[], height: number): number {
  const page = pageAt(sheets, height);
  const sheet = sheets[page];
  const top = sheet ? (height - sheet.offsetTop) / scaleOf(sheet, pages, page) : 0;
  const isAbove = (entry: OutlineEntry) => entry.page < page || (entry.page === page && entry.top <= top);
  return pages.outline.findLastIndex(isAbove);
}

/** Pixels of a point on this page: turned pages are made to fit for themselves. */
function scaleOf(sheet: HTMLElement, pages: Pages, page: number): number {
  return sheet.offsetHeight / (pages.sizes[page]?.height ?? sheet.offsetHeight);
}

/** The page at a height of the column; the first above all pages. */
function pageAt(sheets: readonly HTMLElement[], height: number): number {
  return Math.max(
    0,
    sheets.findLastIndex((sheet) => sheet.offsetTop <= height),
  );
}

function columnOf(list: List): Element | null | undefined {
  return list.current?.closest('.column-middle');
}

function sheetsOf(list: List): readonly HTMLElement[] {
  return [...(list.current?.querySelectorAll<HTMLElement>('.paper') ?? [])];
}

function onScroll(column: Element, note: () => void): () => void {
  column.addEventListener('scroll', note, { passive: true });
  return () => column.removeEventListener('scroll', note);
}
