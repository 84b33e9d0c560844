import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variant } from '../../../shared/publish/formats';
import { classes } from '../../components/classes';
import { Page } from './Page';
import type { Pages, Size } from './pdf';
import { useKeptPosition, useReadingPosition, useWantedPage } from './scrollPosition';
import { usePreview } from './state';

/** Pixels of a point at 100%. */
const FULL = 96 / 72;
const MARGIN = 48;

/** The pages below each other, as wide as asked for; turned pages are made to fit like the others. */
export function Sheets(props: {
  readonly pages: Pages;
  readonly variant: Variant;
  /** Not (or no longer) what is wanted: other pages are being made. */
  readonly old: boolean;
}) {
  const { pages, variant, old } = props;
  const { t } = useTranslation('preview');
  const list = useRef<HTMLDivElement>(null);
  const zoom = usePreview((state) => state.zoom);
  const width = useWidth(list);
  const scaleOf = (size: Size) => (zoom === 'fit' ? fitting(size, width) : (zoom / 100) * FULL);
  const first = pages.sizes[0];
  const shown = first ? Math.round((scaleOf(first) / FULL) * 100) : 100;
  useEffect(() => usePreview.setState({ shown }), [shown]);
  useWantedPage(list, pages);
  useReadingPosition(list, pages, shown);
  useKeptPosition(list, shown);
  return (
    <div
      className={classes('papers', old && 'papers-old')}
      ref={list}
      role="group"
      aria-label={t(`variants.${variant}`)}
      aria-busy={old}
      inert={old}
    >
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
