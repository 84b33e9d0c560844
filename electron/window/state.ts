import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { writeBounds, type WindowBounds } from '../settings/store';

const initial: WindowBounds = { width: 1366, height: 768, maximized: false };

/** Keeps remembered bounds only while enough of the window would be on a screen that is still connected. */
export function visibleBounds(remembered: WindowBounds | undefined): WindowBounds {
  if (!remembered) return initial;
  const { x, y, width, height, maximized } = remembered;
  const fits = x !== undefined && y !== undefined && isOnScreen({ x, y, width, height });
  return fits ? remembered : { width, height, maximized };
}

const isOnScreen = (bounds: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, bounds));

/** True when at least 100×50 pixels of the window's top can be reached. */
export function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const wide = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const topIsInside = bounds.y >= area.y - 10 && bounds.y + 50 <= area.y + area.height;
  return wide >= 100 && topIsInside;
}

/** Writes the window's place when it closes. */
export function rememberBounds(window: BrowserWindow): void {
  window.on('close', () => writeBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
}
