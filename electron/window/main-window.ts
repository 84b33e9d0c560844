import { BrowserWindow, dialog, nativeTheme } from 'electron';
import type { EventName, EventPayloads } from '../../shared/commands/events';
import { eventChannelOf } from '../../shared/commands/events';
import { shellText } from '../locale';
import { logInfo } from '../log';
import { distPath, resourcePath } from '../resources';
import { readBounds, readSettings } from '../settings/store';
import { startPage } from './origin';
import { securePreferences } from './secure';
import { rememberBounds, visibleBounds } from './state';

let current: BrowserWindow | undefined;

/** The application's window while it is open. */
export const mainWindow = (): BrowserWindow | undefined => (current?.isDestroyed() ? undefined : current);

/**
 * Opens the window where it was last; it shows itself once it has something to show. `prepare` sees it before its
 * page loads, since a person can close it at any time.
 */
export async function openMainWindow(prepare: (window: BrowserWindow) => void): Promise<void> {
  const bounds = visibleBounds(readBounds());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: shellText(readSettings().language, 'appName'),
    icon: resourcePath('icons', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1a1a' : '#ffffff',
    webPreferences: { ...securePreferences, preload: distPath('preload', 'preload.cjs') },
  });
  current = window;
  if (bounds.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window);
  offerReloadAfterCrash(window);
  prepare(window);
  await window.loadURL(startPage).catch((thrown: unknown) => {
    // Closing while the page loads ends the loading: that is no failure.
    if (!window.isDestroyed()) throw thrown;
  });
}

/** Tells the window something; without a window nobody needs to know. */
export function sendToWindow<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void {
  mainWindow()?.webContents.send(eventChannelOf(name), payload);
}

/** Brings the window to the front, also from the task bar. */
export function showWindow(): void {
  const window = mainWindow();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function offerReloadAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    logInfo(`the window's process ended: ${details.reason}`);
    void askToReload(window);
  });
}

async function askToReload(window: BrowserWindow): Promise<void> {
  const { language } = readSettings();
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: shellText(language, 'crash.message'),
    detail: shellText(language, 'crash.detail'),
    buttons: [shellText(language, 'crash.reload'), shellText(language, 'crash.quit')],
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else window.close();
}
