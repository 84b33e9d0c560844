import { app } from 'electron';
import { removeRecent, onRecentChange } from '../settings/recent';
import { readRecent, readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { windowFlushed } from './closing';
import { openHelp } from './help';
import { mainWindow } from './main-window';
import { buildMenu, setDocumentShown } from './menu';
import type { ShellAction } from './menu-items';

/** The application menu and the commands about the program itself. */
export const windowModule: ShellModule = {
  name: 'window',
  start(shell) {
    refreshMenu(shell);
    onRecentChange(() => refreshMenu(shell));
    shell.handle({
      'app.info': () => ({
        name: app.getName(),
        version: app.getVersion(),
        runtime: { electron: version('electron'), chrome: version('chrome'), node: version('node') },
        locale: app.getLocale(),
      }),
      'app.openGuide': async ({ page }) => openHelp(page, readSettings().language).then(() => null),
      'app.pendingFiles': () => shell.pendingFiles(),
      'window.documentShown': ({ open }) => {
        setDocumentShown(open);
        return null;
      },
      'window.flushed': () => {
        windowFlushed();
        return null;
      },
    });
  },
};

const version = (part: string): string => process.versions[part] ?? '';

/** Builds the menu anew in the language of the settings. */
export function refreshMenu(shell: Shell): void {
  buildMenu(readSettings().language, {
    recent: readRecent(),
    open: (path) => shell.openFile(path),
    clearRecent: () => removeRecent(),
    runAction: act,
  });
}

const actions: Readonly<Record<ShellAction, () => void>> = {
  quit: () => app.quit(),
  guide: () => void openHelp('guide', readSettings().language),
  licences: () => void openHelp('licences', readSettings().language),
  zoomIn: () => zoomBy(0.5),
  zoomOut: () => zoomBy(-0.5),
  zoomReset: () => mainWindow()?.webContents.setZoomLevel(0),
};

const act = (action: ShellAction): void => actions[action]();

function zoomBy(step: number): void {
  const contents = mainWindow()?.webContents;
  contents?.setZoomLevel(contents.getZoomLevel() + step);
}
