import { useEffect, useRef, useState } from 'react';
import { Page } from './Page';
import type { Pages, Size } from './pdf';
import { usePreview } from './state';

/** Pixels of a point at 100%. */
const FULL = 96 / 72;
const MARGIN = 48;

/** The pages below each other, as wide as asked for; turned pages are made to fit like the others. */
export function Sheets({ pages }: { readonly pages: Pages }) {
  const list = useRef<HTMLDivElement>(null);
  const zoom = usePreview((state) => state.zoom);
  const width = useWidth(list);
  const scaleOf = (size: Size) => (zoom === 'fit' ? fitting(size, width) : (zoom / 100) * FULL);
  const first = pages.sizes[0];
  const shown = first ? Math.round((scaleOf(first) / FULL) * 100) : 100;
  useEffect(() => usePreview.setState({ shown }), [shown]);
  useWantedPage(list, shown);
  useCurrentPage(list, pages);
  return (
    <div className="papers" ref={list}>
      {width > 0
        ? pages.sizes.map((size, index) => (
            <Page key={index} pages={pages} index={index} size={size} scale={scaleOf(size)} />
          ))
        : null}
    </div>
  );
}

function fitting(size: Size, width: number): number {
  return Math.min(1.6 * FULL, Math.max(0.3, (width - MARGIN) / size.width));
}

function useWidth(list: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!list.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(list.current);
    return () => watch.disconnect();
  }, [list]);
  return width;
}

function useWantedPage(list: React.RefObject<HTMLDivElement | null>, shown: number): void {
  const wanted = usePreview((state) => state.wanted);
  useEffect(() => {
    const column = list.current?.closest('.column-middle');
    const sheet = list.current?.querySelector<HTMLElement>(`[data-page="${String(wanted?.page)}"]`);
    if (column && sheet && wanted)
      column.scrollTop = sheet.offsetTop + (wanted.top * FULL * shown) / 100 - 12;
    // A change of zoom alone must not scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, list]);
}

/** Notes which page is in sight. */
function useCurrentPage(list: React.RefObject<HTMLDivElement | null>, pages: Pages): void {
  useEffect(() => {
    const column = list.current?.closest('.column-middle');
    if (!column) return;
    const note = () => {
      const middle = column.scrollTop + column.clientHeight / 3;
      const sheets = [...(list.current?.querySelectorAll<HTMLElement>('.paper') ?? [])];
      const current = Math.max(
        0,
        sheets.findLastIndex((sheet) => sheet.offsetTop <= middle),
      );
      if (usePreview.getState().current !== current) usePreview.setState({ current });
    };
    column.addEventListener('scroll', note, { passive: true });
    return () => column.removeEventListener('scroll', note);
  }, [list, pages]);
}
