/** The control in the form that the search has found last or, before that, was called from. */
let place: HTMLElement | undefined;

const MARK = 'data-found';

/** Marks what was found; it is where the closing search goes. */
export function markFound(item: HTMLElement, control: HTMLElement | null): void {
  unmark();
  place = control ?? item;
  const marked = control instanceof HTMLTextAreaElement ? control : item;
  marked.setAttribute(MARK, '');
}

/** The search is called: closing it without a find goes back to where somebody was writing. */
export function leavePlace(): void {
  const here = document.activeElement;
  if (here instanceof HTMLElement && here.closest('[data-path]')) place = here;
}

/** Goes to what was found, or back. */
export function backToPlace(): void {
  unmark();
  place?.focus({ preventScroll: true });
  place = undefined;
}

function unmark(): void {
  for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
}
