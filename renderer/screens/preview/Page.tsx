import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusItem } from '../../state/focus';
import { openScreen } from '../../state/navigation';
import type { Rect, ItemPlace, Pages, Size } from './pdf';
import { usePreview } from './state';

/** One page of paper: rendered while it is near the viewport; its values link to their items. */
export function Page(props: {
  readonly pages: Pages;
  readonly index: number;
  readonly size: Size;
  readonly scale: number;
}) {
  const { pages, index, size, scale } = props;
  const { t } = useTranslation('preview');
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  return (
    <div
      ref={frame}
      className="paper"
      data-page={index}
      role="group"
      aria-label={t('page', { page: index + 1, pages: pages.sizes.length })}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      {near ? <Drawing pages={pages} index={index} scale={scale} /> : null}
      {near ? <Items pages={pages} index={index} scale={scale} /> : null}
      <Hits index={index} scale={scale} />
    </div>
  );
}

/** Whether the page is in sight or close to it. */
function useNear(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      {
        root: frame.current.closest('.column-middle'),
        rootMargin: '1000px 0px',
      },
    );
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [frame]);
  return near;
}

function Drawing({
  pages,
  index,
  scale,
}: {
  readonly pages: Pages;
  readonly index: number;
  readonly scale: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let left = false;
    void pages.page(index).then((page) => {
      if (left || !canvas.current) return;
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
      canvas.current.width = Math.floor(viewport.width);
      canvas.current.height = Math.floor(viewport.height);
      const task = page.render({ canvas: canvas.current, viewport });
      stop = () => task.cancel();
      task.promise.catch(() => undefined);
    });
    return () => {
      left = true;
      stop();
    };
  }, [pages, index, scale]);
  return <canvas ref={canvas} aria-hidden="true" />;
}

function Items({
  pages,
  index,
  scale,
}: {
  readonly pages: Pages;
  readonly index: number;
  readonly scale: number;
}) {
  const { t } = useTranslation('preview');
  const [items, setItems] = useState<readonly ItemPlace[]>([]);
  useEffect(() => {
    let left = false;
    void pages.items(index).then((found) => {
      if (!left) setItems(found);
    });
    return () => {
      left = true;
    };
  }, [pages, index]);
  return items.map((item, at) => (
    <button
      key={at}
      type="button"
      tabIndex={-1}
      className="paper-item"
      title={t('goToItem')}
      style={rectStyle(item, scale)}
      onClick={() => {
        openScreen('editor');
        focusItem(item.path);
      }}
    />
  ));
}

function Hits({ index, scale }: { readonly index: number; readonly scale: number }) {
  const { hits, hit } = usePreview();
  return hits.map((box, at) =>
    box.page === index ? (
      <span
        key={at}
        className={at === hit ? 'paper-hit paper-hit-current' : 'paper-hit'}
        style={rectStyle(box, scale)}
      />
    ) : null,
  );
}

function rectStyle({ left, top, width, height }: Rect, scale: number) {
  return { left: left * scale, top: top * scale, width: width * scale, height: height * scale };
}
