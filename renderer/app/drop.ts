import { shell } from '../shell';
import { openFile } from '../state/opening';
import { goTo } from '../state/view';

/** A file dropped anywhere on the window: a document is opened, anything else goes to the import. */
export function listenToDrops(): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(shell.pathOfFile(file));
  });
}

function take(path: string): void {
  if (path === '') return;
  if (path.toLowerCase().endsWith('.hyoka')) void openFile(path);
  else goTo('intake', { path });
}
