import { setViewState } from './state';

/** Scrolls to a change and focuses it: its decision is the next stop of Tab. */
export function focusChange(key: string | undefined): void {
  setViewState({ chosen: key, tab: 'changes', whole: false });
  requestAnimationFrame(() => rowOf(key)?.focus({ preventScroll: true }));
}

/** Focuses the choice of a reason below a change, once it is rendered. */
export function focusReasons(key: string): void {
  requestAnimationFrame(() => rowOf(key)?.querySelector<HTMLElement>('.decide-reason button')?.focus());
}

function rowOf(key: string | undefined): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-change]')];
  return rows.find(({ dataset }) => dataset.change === key);
}
