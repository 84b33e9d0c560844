import i18next from 'i18next';
import { useEffect } from 'react';
import { NEEDS_DOCUMENT, type MenuCommand } from '../../shared/commands/events';
import { shell } from '../shell';
import { useDocument } from '../state/document';
import { chooseFile, closeDocument, showOwnBackups } from '../state/opening';
import { saveElsewhere, saveNow } from '../state/saving';
import { askThinning } from '../state/thinning';
import { say } from '../state/toasts';
import { goTo } from '../state/view';
import { showHelp } from '../state/help';
import { focusNextColumn } from './columns';
import { takeFile } from './drop';
import type { ScreenId } from './place';
import { actOf, isItemStep, type Act } from './shortcuts';
import { stepThrough } from './stepping';

/** An act answers false where it has nothing to do now: the keys then go to the control that has the focus. */
export type Acts = Partial<Readonly<Record<Act, () => unknown>>>;

/** What menu items and shortcuts do on every screen. */
const always: Acts = {
  'file.new': () => goTo('start', { new: 'yes' }),
  'file.open': () => void chooseFile(),
  'file.save': () => void saveNow(),
  'file.saveAs': () => void saveElsewhere(),
  'file.backups': () => void showOwnBackups(),
  'file.thin': () => void askThinning(),
  'file.close': () => void closeDocument(),
  'edit.undo': () => void stepThrough('undone'),
  'edit.redo': () => void stepThrough('redone'),
  'view.editor': () => goTo('editor'),
  'view.compare': () => goTo('compare'),
  'view.home': () => goTo('start'),
  'view.settings': () => goTo('settings'),
  'view.nextPane': () => focusNextColumn(false),
  'view.previousPane': () => focusNextColumn(true),
  'file.import': () => goTo('intake'),
  'file.preview': () => goTo('preview'),
  'file.export': () => goTo('preview', { export: 'yes' }),
  'file.exportAll': () => goTo('batch'),
  'help.shortcuts': () => showHelp('shortcuts'),
  'help.about': () => showHelp('about'),
};

/** What only one screen can do: asked elsewhere, that screen is shown and does it. */
const elsewhere: Partial<Readonly<Record<Act, ScreenId>>> = {
  'edit.find': 'editor',
  'edit.replace': 'editor',
  'view.checks': 'editor',
};

const own: Acts[] = [];
let waiting: Act | undefined;

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
export function act(command: Act): boolean {
  if (NEEDS_DOCUMENT.has(command as MenuCommand) && !useDocument.getState().view) {
    say(i18next.t('noDocument'));
    return true;
  }
  const found = own.findLast((acts) => acts[command])?.[command] ?? always[command] ?? later(command);
  return found !== undefined && found() !== false;
}

function later(command: Act): (() => void) | undefined {
  const screen = elsewhere[command];
  if (screen === undefined || !useDocument.getState().view) return undefined;
  return () => {
    waiting = command;
    goTo(screen);
  };
}

/**
 * Begins to answer menu items, shortcuts, and files that are given to the program; answers the file that it was started
 * with.
 */
export async function listenToMenu(): Promise<string | undefined> {
  shell.on('menu.command', ({ command }) => void act(command));
  shell.on('file.open', ({ path }) => void takeFile(path));
  // Before any control: a focused button would take Enter for itself.
  window.addEventListener('keydown', onKey, true);
  const answer = await shell.commands['app.pendingFiles']();
  return answer.ok ? answer.value[0] : undefined;
}

function onKey(event: KeyboardEvent): void {
  const wanted = isTyping(event) ? undefined : actOf(event);
  if (wanted === undefined || isOwnText(event, wanted)) return;
  const inert = (isItemStep(wanted) && isDialogOpen()) || (wanted === 'item.accept' && event.repeat);
  if (!inert && !act(wanted)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keys of an input method belong to it, also the one that ends a composition. */
function isTyping({ isComposing, key }: KeyboardEvent): boolean {
  return isComposing || key === 'Process';
}

/** A drawer is part of the screen: stepping goes on beside it. */
function isDialogOpen(): boolean {
  return document.querySelector('.overlay') !== null;
}

/** Ctrl+Z in a field that is not part of the form (search, comment) belongs to that field. */
function isOwnText({ target }: KeyboardEvent, wanted: Act): boolean {
  const step = wanted === 'edit.undo' || wanted === 'edit.redo';
  return step && target instanceof HTMLTextAreaElement && target.closest('[data-path]') === null;
}
