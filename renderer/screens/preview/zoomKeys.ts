import { useEffect } from 'react';
import { usePreview, zoomBy } from './state';

/** What keys with Ctrl do to the size of the pages; on a Japanese keyboard + is the upper sign of `;`. */
const KEYS: Readonly<Record<string, () => void>> = {
  '+': () => zoomBy(1),
  '=': () => zoomBy(1),
  ';': () => zoomBy(1),
  '-': () => zoomBy(-1),
  '0': () => usePreview.setState({ zoom: 'fit' }),
};

/** Here Ctrl and +, −, 0 or the wheel change the size of the pages, elsewhere that of the window's text. */
export function useZoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const zoom = event.ctrlKey && !event.altKey ? KEYS[event.key] : undefined;
      if (!zoom || !usePreview.getState().pages || usePreview.getState().exporting) return;
      event.preventDefault();
      zoom();
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || !(event.target instanceof Element) || !event.target.closest('.papers')) return;
      event.preventDefault();
      if (event.deltaY !== 0) zoomBy(event.deltaY < 0 ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('wheel', onWheel);
    };
  }, []);
}
