/** The control that gets the focus when the search is closed: the last hit, else where the search was opened from. */
let returnTarget: HTMLElement | undefined;

const HIT_ATTRIBUTE = 'data-found';

/** Marks a hit and makes it the place that closing the search returns to. */
export function markHit(item: HTMLElement, control: HTMLElement | null): void {
  clearMark();
  returnTarget = control ?? item;
  const marked = control instanceof HTMLTextAreaElement ? control : item;
  marked.setAttribute(HIT_ATTRIBUTE, '');
}

/** Remembers the control that the search is opened from, for closing it without a hit. */
export function rememberReturnTarget(): void {
  const here = document.activeElement;
  if (here instanceof HTMLElement && here.closest('[data-path]')) returnTarget = here;
}

/** Focuses the last hit, else the control that the search was opened from. */
export function focusReturnTarget(): void {
  clearMark();
  returnTarget?.focus({ preventScroll: true });
  returnTarget = undefined;
}

function clearMark(): void {
  for (const marked of document.querySelectorAll(`[${HIT_ATTRIBUTE}]`)) marked.removeAttribute(HIT_ATTRIBUTE);
}
