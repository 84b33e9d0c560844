/** Scrolls the column so that a character of a text which is higher than the window is in sight; `at` in UTF-16 units. */
export function scrollToLine(area: HTMLTextAreaElement, at: number): void {
  const scroller = scrollerOf(area);
  if (!scroller) return;
  const line = area.getBoundingClientRect().top + depthOf(area, at);
  const sight = scroller.getBoundingClientRect();
  if (line - MARGIN > sight.top && line + MARGIN < sight.bottom) return;
  scroller.scrollTop += line - (sight.top + sight.height / 2);
}

/** Room (px) that a line has to keep from the edges to count as in sight. */
const MARGIN = 24;

/** How far below the upper edge of the field the line of a character ends (px): the same text up to there, measured. */
function depthOf(area: HTMLTextAreaElement, at: number): number {
  const probe = document.createElement('textarea');
  probe.className = area.className;
  probe.rows = 1;
  probe.tabIndex = -1;
  probe.style.cssText = `position: fixed; visibility: hidden; field-sizing: fixed; height: 0; min-height: 0; width: ${String(area.offsetWidth)}px`;
  probe.value = area.value.slice(0, at);
  area.after(probe);
  const depth = probe.scrollHeight;
  probe.remove();
  return depth;
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  const parent = element.parentElement;
  if (!parent) return null;
  const scrolls =
    parent.scrollHeight > parent.clientHeight && /auto|scroll/.test(getComputedStyle(parent).overflowY);
  return scrolls ? parent : scrollerOf(parent);
}
