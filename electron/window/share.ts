import { dirname } from 'node:path';
import { app, dialog } from 'electron';
import { shellText } from '../locale';
import { isOnShare } from './unc';

/** Chromium's sandbox cannot start from a shared folder: says so and what to do instead of a blank window. */
export function refuseShare(): boolean {
  if (process.platform !== 'win32' || !isOnShare(app.getPath('exe'))) return false;
  const language = app.getPreferredSystemLanguages()[0]?.startsWith('ja') === false ? 'en' : 'ja';
  const folder = dirname(app.getPath('exe'));
  const text = `${shellText(language, 'share.message')}\n\n${shellText(language, 'share.detail', { folder })}`;
  dialog.showErrorBox(shellText(language, 'share.title'), text);
  return true;
}
