import { existsSync } from 'node:fs';
import { BrowserWindow } from 'electron';
import type { Language } from '../locale';
import { resourcePath } from '../resources';
import { origin } from './origin';
import { securePreferences } from './secure';

export type HelpPage = 'guide' | 'licences';

let help: BrowserWindow | undefined;

/** Shows a page of the built-in help in a window of its own. */
export async function openHelp(page: HelpPage, language: Language): Promise<void> {
  help = help && !help.isDestroyed() ? help : create();
  await help.loadURL(addressOf(page, language));
  help.show();
}

function addressOf(page: HelpPage, language: Language): string {
  return page === 'guide'
    ? `${origin}/resources/guide/${guideLanguage(language)}/index.html`
    : `${origin}/resources/THIRD-PARTY.txt`;
}

/** A guide that is not written in a language yet is shown in Japanese. */
function guideLanguage(language: Language): Language {
  return existsSync(resourcePath('guide', language)) ? language : 'ja';
}

function create(): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 760,
    show: false,
    webPreferences: { ...securePreferences, javascript: false, partition: 'help' },
  });
  window.removeMenu();
  return window;
}
