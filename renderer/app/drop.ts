import i18next from 'i18next';
import { shell } from '../shell';
import { fileNameOf } from '../state/fileNames';
import { importFile, useIntake } from '../state/intake';
import { openFile } from '../state/opening';
import { showToast } from '../state/toasts';
import { openScreen } from '../state/navigation';

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
  if (others.length > 0) showToast(i18next.t('oneFile', { name: fileNameOf(first) }), { tone: 'warn' });
}

/** Opens a document; hands any other file to the import. Resolves when the document is there, or the import has begun. */
export async function takeFile(path: string): Promise<void> {
  if (path === '') return;
  const { running } = useIntake.getState();
  if (running) showToast(i18next.t('stillReading', { name: running.name }), { tone: 'warn' });
  else if (path.toLowerCase().endsWith('.hyoka')) await openFile(path);
  else {
    openScreen('intake');
    void importFile(path);
  }
}
