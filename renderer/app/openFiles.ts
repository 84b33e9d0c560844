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
    // A drop zone of the screen has handled the file already.
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    openFirstFile(files.map((file) => shell.pathOfFile(file)));
  });
}

/** Opens the first file only; a message names it where several were dropped. */
function openFirstFile([first = '', ...others]: readonly string[]): void {
  void openAnyFile(first);
  if (others.length > 0) showToast(i18next.t('oneFile', { name: fileNameOf(first) }), { tone: 'warn' });
}

/** Opens a document; hands any other file to the import. Resolves when the document is there, or the import has begun. */
export async function openAnyFile(path: string): Promise<void> {
  if (path === '') return;
  const { running } = useIntake.getState();
  if (running) showToast(i18next.t('stillReading', { name: running.name }), { tone: 'warn' });
  else if (path.toLowerCase().endsWith('.hyoka')) await openFile(path);
  else {
    openScreen('intake');
    void importFile(path);
  }
}
