import { shell } from '../shell';
import { importFile } from '../state/intake';
import { openFile } from '../state/opening';
import { goTo } from '../state/view';

/** Takes a file dropped anywhere on the window. */
export function listenToDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    // A place of its own on the screen has taken the file already.
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    takeFile(shell.pathOfFile(file));
  });
}

/** Opens a document; hands any other file to the import. */
export function takeFile(path: string): void {
  if (path === '') return;
  if (path.toLowerCase().endsWith('.hyoka')) void openFile(path);
  else {
    goTo('intake');
    void importFile(path);
  }
}
