import { useMedia } from './media';
import { useSettings } from './settings';

/** Below this width (px at 100 %) a window has no room for three columns; larger text needs more. */
const MIN_WIDTH = 1100;

function queryFor(textSize: number): string {
  return `(max-width: ${String(Math.round((MIN_WIDTH * textSize) / 100))}px)`;
}

/** Whether the window is narrow for the size of its text. */
export function useNarrow(): boolean {
  return useMedia(queryFor(useSettings(({ textSize }) => textSize)));
}

export function isNarrow(): boolean {
  return window.matchMedia(queryFor(useSettings.getState().textSize)).matches;
}
