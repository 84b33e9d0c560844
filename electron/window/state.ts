import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { overlaps } from './overlap';
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

/** Writes the window's place when it closes. */
export function rememberBounds(window: BrowserWindow): void {
  window.on('close', () => writeBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
}
