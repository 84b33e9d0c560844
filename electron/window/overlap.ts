import type { Rectangle } from 'electron';

/** True when at least 100×50 pixels of the window's top can be reached. */
export function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const wide = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const topIsInside = bounds.y >= area.y - 10 && bounds.y + 50 <= area.y + area.height;
  return wide >= 100 && topIsInside;
}
