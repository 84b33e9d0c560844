import type { KeyCommand, WindowCommand } from '../state/windowCommands';

export interface Shortcut {
  /** As the browser names it. */
  readonly key: string;
  readonly ctrl?: boolean;
  /** `any`: on some keyboards the sign needs Shift, on others not. */
  readonly shift?: boolean | 'any';
  readonly alt?: boolean;
  readonly command: WindowCommand;
}

/**
 * Every key that the window answers itself, so that it works wherever the focus is and where no menu is shown. A key
 * is listed once: it means the same on every screen. On a Japanese keyboard + is the shifted character of `;`.
 */
export const shortcuts: readonly Shortcut[] = [
  { key: 's', ctrl: true, command: 'file.save' },
  { key: 'z', ctrl: true, command: 'edit.undo' },
  { key: 'y', ctrl: true, command: 'edit.redo' },
  { key: 'z', ctrl: true, shift: true, command: 'edit.redo' },
  { key: 'f', ctrl: true, command: 'edit.find' },
  { key: 'h', ctrl: true, command: 'edit.replace' },
  { key: 'g', ctrl: true, command: 'edit.goTo' },
  { key: 'p', ctrl: true, command: 'file.preview' },
  { key: 'o', ctrl: true, command: 'file.open' },
  { key: 'n', ctrl: true, command: 'file.new' },
  { key: 'F6', command: 'view.nextPane' },
  { key: 'F6', shift: true, command: 'view.previousPane' },
  { key: 'Enter', ctrl: true, command: 'item.accept' },
  { key: 'F1', command: 'item.guidance' },
  { key: 'ArrowDown', alt: true, command: 'place.next' },
  { key: 'ArrowUp', alt: true, command: 'place.previous' },
  { key: 'ArrowLeft', alt: true, command: 'view.back' },
  { key: 'ArrowRight', alt: true, command: 'view.forward' },
  { key: 'F8', command: 'finding.next' },
  { key: 'F8', shift: true, command: 'finding.previous' },
  { key: 'F7', command: 'change.next' },
  { key: 'F7', shift: true, command: 'change.previous' },
  { key: 'F3', command: 'hit.next' },
  { key: 'F3', shift: true, command: 'hit.previous' },
  { key: '+', ctrl: true, shift: 'any', command: 'page.larger' },
  { key: '=', ctrl: true, shift: 'any', command: 'page.larger' },
  { key: ';', ctrl: true, shift: 'any', command: 'page.larger' },
  { key: '-', ctrl: true, shift: 'any', command: 'page.smaller' },
  { key: '0', ctrl: true, command: 'page.usual' },
  { key: 'Escape', command: 'mode.leave' },
];

/** The keys of a command as menus write them: `Ctrl+Shift+Z`; '' where it has none. */
export function keysOf(command: WindowCommand): string {
  const shortcut = shortcuts.find((one) => one.command === command);
  return shortcut ? keysText(shortcut) : '';
}

/** A shortcut as menus write it: `Ctrl+Shift+Z`, `Alt+←`. */
export function keysText({ key, ctrl, shift, alt }: Shortcut): string {
  const held = [ctrl && 'Ctrl', alt && 'Alt', shift === true && 'Shift'].filter(Boolean);
  return [...held, ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key)].join('+');
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The parts of a key event that say which key was pressed. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What the pressed keys mean; undefined where they mean nothing to the window as a whole. */
export function commandOfKeys(event: PressedKey): WindowCommand | undefined {
  return shortcuts.find((shortcut) => isPressed(shortcut, event))?.command;
}

function isPressed({ key, ctrl = false, shift = false, alt = false }: Shortcut, event: PressedKey): boolean {
  const held = event.ctrlKey || event.metaKey;
  const shifted = shift === 'any' || event.shiftKey === shift;
  return event.key.toLowerCase() === key.toLowerCase() && held === ctrl && shifted && event.altKey === alt;
}

/** Whether a command steps through the items of a screen: it has no meaning while a dialog lies over that screen. */
export function isItemStep(command: WindowCommand): boolean {
  return ITEM_STEPS.has(command);
}

const ITEM_STEPS: ReadonlySet<WindowCommand> = new Set<KeyCommand>([
  'item.accept',
  'place.next',
  'place.previous',
  'finding.next',
  'finding.previous',
  'change.next',
  'change.previous',
  'hit.next',
  'hit.previous',
]);
