import { dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { mainWindow } from './main-window';

/* The dialogs of the system belong to the window, where there is one. */

/** The path that a person chose to open; undefined where the dialog was closed. */
export async function choosePath(options: OpenDialogOptions): Promise<string | undefined> {
  const window = mainWindow();
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0];
}

/** The path that a person chose to save to; undefined where the dialog was closed. */
export async function chooseTargetPath(options: SaveDialogOptions): Promise<string | undefined> {
  const window = mainWindow();
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return filePath === '' ? undefined : filePath;
}
