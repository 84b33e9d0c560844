/** F6 and Shift+F6: the focus goes to the next column (and comes back to the control it left there). */
export function focusNextColumn(backwards: boolean): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const here = columns.findIndex((column) => column.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const next = columns[(here + step + columns.length) % columns.length];
  if (here >= 0) remember(columns[here]);
  if (next) (left.get(next) ?? firstControl(next) ?? next).focus();
}

const left = new WeakMap<HTMLElement, HTMLElement>();

function remember(column: HTMLElement | undefined): void {
  if (column && document.activeElement instanceof HTMLElement) left.set(column, document.activeElement);
}

function firstControl(column: HTMLElement): HTMLElement | null {
  return column.querySelector<HTMLElement>(
    '[aria-current]:not([aria-current="false"]), textarea, input, button, [tabindex="0"]',
  );
}
