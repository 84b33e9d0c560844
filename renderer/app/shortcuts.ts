import type { MenuCommand } from '../../shared/commands/events';

/** What keys do that no menu item does; each screen says what it means there. */
export type StepCommand =
  | 'item.accept'
  | 'place.next'
  | 'place.previous'
  | 'change.next'
  | 'change.previous'
  | 'hit.next'
  | 'hit.previous'
  | 'page.larger'
  | 'page.smaller'
  | 'page.usual'
  | 'view.previousPane'
  | 'mode.leave';

export type Act = MenuCommand | StepCommand;

export interface Shortcut {
  /** As the browser names it. */
  readonly key: string;
  readonly ctrl?: boolean;
  /** `any`: on some keyboards the sign needs Shift, on others not. */
  readonly shift?: boolean | 'any';
  readonly alt?: boolean;
  readonly act: Act;
}

/**
 * Every key that the window answers itself, so that it works wherever the focus is and where no menu is shown. A key
 * stands here once: it means the same on every screen. On a Japanese keyboard + is the upper sign of `;`.
 */
export const shortcuts: readonly Shortcut[] = [
  { key: 's', ctrl: true, act: 'file.save' },
  { key: 'z', ctrl: true, act: 'edit.undo' },
  { key: 'y', ctrl: true, act: 'edit.redo' },
  { key: 'z', ctrl: true, shift: true, act: 'edit.redo' },
  { key: 'f', ctrl: true, act: 'edit.find' },
  { key: 'h', ctrl: true, act: 'edit.replace' },
  { key: 'p', ctrl: true, act: 'file.preview' },
  { key: 'o', ctrl: true, act: 'file.open' },
  { key: 'n', ctrl: true, act: 'file.new' },
  { key: 'F6', act: 'view.nextPane' },
  { key: 'F6', shift: true, act: 'view.previousPane' },
  { key: 'Enter', ctrl: true, act: 'item.accept' },
  { key: 'ArrowDown', alt: true, act: 'place.next' },
  { key: 'ArrowUp', alt: true, act: 'place.previous' },
  { key: 'F7', act: 'change.next' },
  { key: 'F7', shift: true, act: 'change.previous' },
  { key: 'F3', act: 'hit.next' },
  { key: 'F3', shift: true, act: 'hit.previous' },
  { key: '+', ctrl: true, shift: 'any', act: 'page.larger' },
  { key: '=', ctrl: true, shift: 'any', act: 'page.larger' },
  { key: ';', ctrl: true, shift: 'any', act: 'page.larger' },
  { key: '-', ctrl: true, shift: 'any', act: 'page.smaller' },
  { key: '0', ctrl: true, act: 'page.usual' },
  { key: 'Escape', act: 'mode.leave' },
];

/** The parts of a key event that say which key was pressed. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What the pressed keys mean; undefined where they mean nothing to the window as a whole. */
export function actOf(event: PressedKey): Act | undefined {
  return shortcuts.find((shortcut) => isPressed(shortcut, event))?.act;
}

function isPressed({ key, ctrl = false, shift = false, alt = false }: Shortcut, event: PressedKey): boolean {
  const held = event.ctrlKey || event.metaKey;
  const shifted = shift === 'any' || event.shiftKey === shift;
  return event.key.toLowerCase() === key.toLowerCase() && held === ctrl && shifted && event.altKey === alt;
}

/** Whether an act steps through the items of a screen: it has no meaning while a dialog lies over that screen. */
export function isItemStep(act: Act): boolean {
  return ITEM_STEPS.has(act);
}

const ITEM_STEPS: ReadonlySet<Act> = new Set<StepCommand>([
  'item.accept',
  'place.next',
  'place.previous',
  'change.next',
  'change.previous',
  'hit.next',
  'hit.previous',
]);
