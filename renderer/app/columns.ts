/** F6 and Shift+F6: moves the focus to the next column, to the control that had it there last. */
export function focusNextColumn(backwards: boolean): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const here = columns.findIndex((column) => column.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const next = columns[(here + step + columns.length) % columns.length];
  if (here >= 0) rememberFocus(columns[here]);
  if (next) (lastFocused.get(next) ?? firstControl(next) ?? next).focus();
}

const lastFocused = new WeakMap<HTMLElement, HTMLElement>();

function rememberFocus(column: HTMLElement | undefined): void {
  if (column && document.activeElement instanceof HTMLElement)
    lastFocused.set(column, document.activeElement);
}

function firstControl(column: HTMLElement): HTMLElement | null {
  return column.querySelector<HTMLElement>(
    '[aria-current]:not([aria-current="false"]), textarea, input, button, [tabindex="0"]',
  );
}
