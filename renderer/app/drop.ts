import i18next from 'i18next';
import { shell } from '../shell';
import { importFile, useIntake } from '../state/intake';
import { openFile } from '../state/opening';
import { say } from '../state/toasts';
import { goTo } from '../state/view';

/** Takes files dropped anywhere on the window. */
export function listenToDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    // A place of its own on the screen has taken the file already.
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    takeFirst(files.map((file) => shell.pathOfFile(file)));
  });
}

/** One at a time: which of several was taken is told. */
function takeFirst([first = '', ...others]: readonly string[]): void {
  void takeFile(first);
  if (others.length > 0) say(i18next.t('oneFile', { name: nameOf(first) }), { tone: 'warn' });
}

/** Opens a document; hands any other file to the import. Resolves when the document is there, or the import has begun. */
export async function takeFile(path: string): Promise<void> {
  if (path === '') return;
  const { running } = useIntake.getState();
  if (running) say(i18next.t('stillReading', { name: running.name }), { tone: 'warn' });
  else if (path.toLowerCase().endsWith('.hyoka')) await openFile(path);
  else {
    goTo('intake');
    void importFile(path);
  }
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
