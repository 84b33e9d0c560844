import type { KeyboardEvent } from 'react';
import { moveEntry } from '../../../state/entries';

/** The shortcuts as people read them; menus and tips show the same. */
export const MOVE_UP = 'Alt+Shift+↑';
export const MOVE_DOWN = 'Alt+Shift+↓';

/** What an element of an entry or row carries, so that the shortcut finds it. */
export function entryMark(list: string, id: string): Readonly<Record<'data-list' | 'data-entry', string>> {
  return { 'data-list': list, 'data-entry': id };
}

/** By how much the pressed keys move what holds the focus; undefined for other keys. */
export function moveOfKeys(event: KeyboardEvent): { readonly x: number; readonly y: number } | undefined {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing) return undefined;
  return MOVES[event.key];
}

const MOVES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** Alt+Shift+↑/↓ moves the entry or row that holds the focus. The focus stays in the same field. */
export function moveOnKey(event: KeyboardEvent<HTMLElement>): void {
  const move = moveOfKeys(event);
  const entry =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-entry]') : null;
  const { list, entry: id } = entry?.dataset ?? {};
  if (!move || move.y === 0 || list === undefined || id === undefined) return;
  event.preventDefault();
  keepingFocus(() => moveEntry(list, id, move.y, 'stay'));
}

/** Does something that moves elements about, and gives the focus back to the one that had it. */
function keepingFocus(work: () => void): void {
  const { activeElement } = document;
  work();
  requestAnimationFrame(() => {
    if (!(activeElement instanceof HTMLElement)) return;
    activeElement.focus({ preventScroll: true });
    activeElement.scrollIntoView({ block: 'nearest' });
  });
}
