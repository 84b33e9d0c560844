import { stat } from 'node:fs/promises';
import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/commands/preferences';
import type { RecentFile } from '../../shared/commands/settings';
import type { ShellModule } from '../shell';
import { refreshMenu } from '../window/module';
import { removeRecent } from './recent';
import { readRecent, readSettings, writeSettings } from './store';

/** Preferences: kept by the shell, because menus and native dialogs follow them too. */
export const settingsModule: ShellModule = {
  name: 'settings',
  start(shell) {
    applyTheme(readSettings());
    shell.handle({
      'settings.get': () => readSettings(),
      'settings.set': (patch) => {
        const next = writeSettings(patch);
        applyTheme(next);
        refreshMenu(shell);
        shell.emit('settings.changed', next);
        return next;
      },
      'recent.list': recentFiles,
      'recent.forget': ({ path }) => {
        removeRecent(path);
        return recentFiles();
      },
    });
  },
};

/** A share that does not answer must not hold up the list: each file is asked for its date at the same time. */
function recentFiles(): Promise<readonly RecentFile[]> {
  return Promise.all(readRecent().map(async (path) => ({ path, changedAt: await changedAt(path) })));
}

async function changedAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mtimeMs }) => Math.round(mtimeMs),
    () => null,
  );
}

function applyTheme(settings: Settings): void {
  nativeTheme.themeSource = settings.theme;
}
