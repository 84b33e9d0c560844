import i18next from 'i18next';
import { useEffect } from 'react';
import { NEEDS_DOCUMENT, type MenuCommand } from '../../shared/commands/events';
import { useDocument } from './document';
import type { ScreenId } from './screenId';
import { showToast } from './toasts';
import { openScreen } from './navigation';

/** What only keys ask for, not the menu; each screen decides what it means there. */
export type KeyCommand =
  | 'item.accept'
  | 'item.guidance'
  | 'place.next'
  | 'place.previous'
  | 'finding.next'
  | 'finding.previous'
  | 'change.next'
  | 'change.previous'
  | 'hit.next'
  | 'hit.previous'
  | 'page.larger'
  | 'page.smaller'
  | 'page.usual'
  | 'view.previousPane'
  | 'mode.leave';

export type WindowCommand = MenuCommand | KeyCommand;

/** A handler answers false where it has nothing to do now: the keys then go to the control that has the focus. */
export type CommandHandlers = Partial<Readonly<Record<WindowCommand, () => unknown>>>;

/** Commands that only one screen handles: given elsewhere, that screen is shown and handles them. */
export type ScreenOfCommand = Partial<Readonly<Record<WindowCommand, ScreenId>>>;

let windowHandlers: CommandHandlers = {};
let screenOf: ScreenOfCommand = {};
const screenHandlers: CommandHandlers[] = [];
let pending: WindowCommand | undefined;

/** Sets what commands do on every screen. Called once, before the first screen is shown. */
export function setWindowHandlers(handlers: CommandHandlers, screens: ScreenOfCommand): void {
  windowHandlers = handlers;
  screenOf = screens;
}

/** The handlers of a screen while it is shown; they precede those of the window. `handlers` must stay the same object. */
export function useCommandHandlers(handlers: CommandHandlers): void {
  useEffect(() => {
    screenHandlers.push(handlers);
    if (pending !== undefined) handlers[pending]?.();
    pending = undefined;
    return () => void screenHandlers.splice(screenHandlers.indexOf(handlers), 1);
  }, [handlers]);
}

/** Does what a menu item, a button or a shortcut asks for. False where nothing handles it here. */
export function runCommand(command: WindowCommand): boolean {
  if (NEEDS_DOCUMENT.has(command as MenuCommand) && !useDocument.getState().view) {
    showToast(i18next.t('noDocument'));
    return true;
  }
  const handler = handlerOnScreen(command) ?? windowHandlers[command] ?? handlerElsewhere(command);
  return handler !== undefined && handler() !== false;
}

function handlerOnScreen(command: WindowCommand): (() => unknown) | undefined {
  return screenHandlers.findLast((handlers) => handlers[command])?.[command];
}

function handlerElsewhere(command: WindowCommand): (() => void) | undefined {
  const screen = screenOf[command];
  if (screen === undefined || !useDocument.getState().view) return undefined;
  return () => {
    pending = command;
    openScreen(screen);
  };
}
