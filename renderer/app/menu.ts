import { shell } from '../shell';
import { showHelp } from '../state/help';
import { chooseAndOpenFile, closeDocument, showBackupsOfDocument } from '../state/opening';
import { openPalette } from '../state/palette';
import { goBack, goForward } from '../state/placeHistory';
import { saveAs, saveNow } from '../state/saving';
import { previewThinning } from '../state/thinning';
import { stepHistory } from '../state/stepHistory';
import { openScreen } from '../state/navigation';
import {
  runCommand,
  setWindowHandlers,
  type CommandHandlers,
  type ScreenOfCommand,
  type WindowCommand,
} from '../state/windowCommands';
import { focusNextColumn } from './columns';
import { openAnyFile } from './openFiles';
import { commandOfKeys, isItemStep } from './shortcuts';

/** What menu items and shortcuts do on every screen. */
const windowHandlers: CommandHandlers = {
  'file.new': () => openScreen('start', { new: 'yes' }),
  'file.open': () => void chooseAndOpenFile(),
  'file.save': () => void saveNow(),
  'file.saveAs': () => void saveAs(),
  'file.backups': () => void showBackupsOfDocument(),
  'file.thin': () => void previewThinning(),
  'file.close': () => void closeDocument(),
  'edit.undo': () => void stepHistory('undone'),
  'edit.redo': () => void stepHistory('redone'),
  'view.editor': () => openScreen('editor'),
  'view.compare': () => openScreen('compare'),
  'view.home': () => openScreen('start'),
  'edit.goTo': openPalette,
  'view.settings': () => openScreen('settings'),
  'view.back': goBack,
  'view.forward': goForward,
  'view.nextPane': () => focusNextColumn(false),
  'view.previousPane': () => focusNextColumn(true),
  'file.import': () => openScreen('intake'),
  'file.preview': () => openScreen('preview'),
  'file.export': () => openScreen('preview', { export: 'yes' }),
  'file.exportAll': () => openScreen('batch'),
  'help.shortcuts': () => showHelp('shortcuts'),
  'help.about': () => showHelp('about'),
};

const screenOfCommand: ScreenOfCommand = {
  'edit.find': 'editor',
  'edit.replace': 'editor',
  'view.checks': 'editor',
};

/**
 * Begins to answer menu items, shortcuts, and files that are given to the program; answers the file that it was started
 * with.
 */
export async function listenToMenu(): Promise<string | undefined> {
  setWindowHandlers(windowHandlers, screenOfCommand);
  shell.on('menu.command', ({ command }) => void runCommand(command));
  shell.on('file.open', ({ path }) => void openAnyFile(path));
  // Before any control: a focused button would take Enter for itself.
  window.addEventListener('keydown', onKey, true);
  const answer = await shell.commands['app.pendingFiles']();
  return answer.ok ? answer.value[0] : undefined;
}

function onKey(event: KeyboardEvent): void {
  const command = isComposing(event) ? undefined : commandOfKeys(event);
  if (command === undefined || belongsToField(event, command)) return;
  const isInert = (isItemStep(command) && isDialogOpen()) || (command === 'item.accept' && event.repeat);
  if (!isInert && !runCommand(command)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keys of an input method belong to it, also the one that ends a composition. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

/** A drawer is part of the screen: item steps work beside it. */
function isDialogOpen(): boolean {
  return document.querySelector('.overlay') !== null;
}

/** Ctrl+Z in a field that is not part of the form (search, comment) belongs to that field. */
function belongsToField({ target }: KeyboardEvent, command: WindowCommand): boolean {
  const isStep = command === 'edit.undo' || command === 'edit.redo';
  return isStep && target instanceof HTMLTextAreaElement && target.closest('[data-path]') === null;
}
