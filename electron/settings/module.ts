import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/commands/settings';
import type { ShellModule } from '../shell';
import { refreshMenu } from '../window/module';
import { readSettings, writeSettings } from './store';

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
        shell.tell('settings.changed', next);
        return next;
      },
    });
  },
};

function applyTheme(settings: Settings): void {
  nativeTheme.themeSource = settings.theme;
}
