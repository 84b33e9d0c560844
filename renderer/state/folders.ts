import { shell } from '../shell';
import { valueOrReport } from './shellResult';

/** Asks for a folder in the dialog of the system, which begins at `folder`; undefined where none was chosen. */
export async function chooseFolder(folder: string): Promise<string | undefined> {
  return (await valueOrReport(shell.commands['publish.chooseFolder']({ folder }))) ?? undefined;
}

/** Shows a file in the file manager of the system. */
export function showInFolder(path: string): void {
  void valueOrReport(shell.commands['publish.showFile']({ path }));
}
