import { look } from './state';

/** Brings a change into sight and gives it the focus: Tab then leads to its decision. */
export function showChange(key: string | undefined): void {
  look({ chosen: key, tab: 'changes', whole: false });
  requestAnimationFrame(() => rowOf(key)?.focus({ preventScroll: true }));
}

/** Gives the focus to the choice of a reason below a change, once it is drawn. */
export function focusReasons(key: string): void {
  requestAnimationFrame(() => rowOf(key)?.querySelector<HTMLElement>('.decide-reason button')?.focus());
}

function rowOf(key: string | undefined): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-change]')];
  return rows.find(({ dataset }) => dataset.change === key);
}
