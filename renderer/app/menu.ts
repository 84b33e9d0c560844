import { useEffect } from 'react';
import type { MenuCommand } from '../../shared/commands/events';
import { shell } from '../shell';
import { useDocument } from '../state/document';
import { chooseFile, closeDocument, showOwnBackups } from '../state/opening';
import { saveElsewhere, saveNow } from '../state/saving';
import { goTo } from '../state/view';
import { showHelp } from '../state/help';
import { focusNextColumn } from './columns';
import { takeFile } from './drop';
import type { ScreenId } from './place';
import { stepThrough } from './stepping';

export type Acts = Partial<Readonly<Record<MenuCommand, () => void>>>;

/** What menu items and shortcuts do on every screen. */
const always: Acts = {
  'file.new': () => goTo('start', { new: 'yes' }),
  'file.open': () => void chooseFile(),
  'file.save': () => void saveNow(),
  'file.saveAs': () => void saveElsewhere(),
  'file.backups': () => void showOwnBackups(),
  'file.close': () => void closeDocument(),
  'edit.undo': () => void stepThrough('undone'),
  'edit.redo': () => void stepThrough('redone'),
  'view.editor': () => goTo('editor'),
  'view.compare': () => goTo('compare'),
  'view.home': () => goTo('start'),
  'view.settings': () => goTo('settings'),
  'view.nextPane': () => focusNextColumn(false),
  'file.import': () => goTo('intake'),
  'file.preview': () => goTo('preview'),
  'file.export': () => goTo('preview', { export: 'yes' }),
  'file.exportAll': () => goTo('batch'),
  'help.shortcuts': () => showHelp('shortcuts'),
  'help.about': () => showHelp('about'),
};

/** What only one screen can do: asked elsewhere, that screen is shown and does it. */
const elsewhere: Partial<Readonly<Record<MenuCommand, ScreenId>>> = {
  'edit.find': 'editor',
  'edit.replace': 'editor',
  'view.checks': 'editor',
};

const own: Acts[] = [];
let waiting: MenuCommand | undefined;

/** The acts of a screen while it is shown; they go before those of every screen. `acts` must stay the same object. */
export function useActs(acts: Acts): void {
  useEffect(() => {
    own.push(acts);
    if (waiting !== undefined) acts[waiting]?.();
    waiting = undefined;
    return () => void own.splice(own.indexOf(acts), 1);
  }, [acts]);
}

/** Does what a menu item or its shortcut asks. False where nothing answers to it here. */
export function act(command: MenuCommand): boolean {
  const found = own.findLast((acts) => acts[command])?.[command] ?? always[command] ?? later(command);
  found?.();
  return found !== undefined;
}

function later(command: MenuCommand): (() => void) | undefined {
  const screen = elsewhere[command];
  if (screen === undefined || !useDocument.getState().view) return undefined;
  return () => {
    waiting = command;
    goTo(screen);
  };
}

interface Shortcut {
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly command: MenuCommand;
}

/** The window answers these itself, so that they also work where no menu is shown. */
const shortcuts: readonly Shortcut[] = [
  { key: 's', ctrl: true, command: 'file.save' },
  { key: 'z', ctrl: true, command: 'edit.undo' },
  { key: 'y', ctrl: true, command: 'edit.redo' },
  { key: 'z', ctrl: true, shift: true, command: 'edit.redo' },
  { key: 'f', ctrl: true, command: 'edit.find' },
  { key: 'h', ctrl: true, command: 'edit.replace' },
  { key: 'p', ctrl: true, command: 'file.preview' },
  { key: 'o', ctrl: true, command: 'file.open' },
  { key: 'n', ctrl: true, command: 'file.new' },
  { key: 'F6', command: 'view.nextPane' },
];

/**
 * Begins to answer menu items, shortcuts, and files that are given to the program; answers the file that it was started
 * with.
 */
export async function listenToMenu(): Promise<string | undefined> {
  shell.on('menu.command', ({ command }) => void act(command));
  shell.on('file.open', ({ path }) => void takeFile(path));
  window.addEventListener('keydown', onKey);
  const answer = await shell.commands['app.pendingFiles']();
  return answer.ok ? answer.value[0] : undefined;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.altKey) return;
  if (event.key === 'F6' && event.shiftKey) {
    event.preventDefault();
    focusNextColumn(true);
    return;
  }
  if (isOwnText(event)) return;
  const found = shortcuts.find((shortcut) => isPressed(shortcut, event));
  if (found && act(found.command)) event.preventDefault();
}

/** Ctrl+Z in a field that is not part of the form (search, comment) belongs to that field. */
function isOwnText({ target, key }: KeyboardEvent): boolean {
  const step = ['z', 'y'].includes(key.toLowerCase());
  return step && target instanceof HTMLTextAreaElement && target.closest('[data-path]') === null;
}

function isPressed({ key, ctrl = false, shift = false }: Shortcut, event: KeyboardEvent): boolean {
  const pressed = event.ctrlKey || event.metaKey;
  return event.key.toLowerCase() === key.toLowerCase() && pressed === ctrl && event.shiftKey === shift;
}
