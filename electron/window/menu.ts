import { basename } from 'node:path';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { NEEDS_DOCUMENT } from '../../shared/commands/events';
import { shellText, type Language } from '../locale';
import { menus, type Item, type ShellAction } from './menu-items';
import { sendToWindow } from './main-window';

/** What the menu needs from the rest of the shell. */
export interface MenuActions {
  readonly recent: readonly string[];
  open(path: string): void;
  clearRecent(): void;
  runAction(action: ShellAction): void;
}

let documentShown = false;

/** Enables the items that need a document, or disables them. */
export function setDocumentShown(open: boolean): void {
  documentShown = open;
  for (const command of NEEDS_DOCUMENT) {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command);
    if (item) item.enabled = open;
  }
}

/** Builds the application menu anew; called whenever the language or the recent files change. */
export function buildMenu(language: Language, actions: MenuActions): void {
  const template = menus.map(({ text, items }) => ({
    label: shellText(language, text),
    submenu: items.map((item) => entry(item, language, actions)),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function entry(item: Item, language: Language, actions: MenuActions): MenuItemConstructorOptions {
  if (item.kind === 'line') return { type: 'separator' };
  const label = shellText(language, item.text);
  switch (item.kind) {
    case 'command':
      return {
        id: item.command,
        label,
        ...keysOf(item),
        enabled: documentShown || !NEEDS_DOCUMENT.has(item.command),
        click: () => sendToWindow('menu.command', { command: item.command }),
      };
    case 'role':
      return { label, ...keysOf(item), role: item.role };
    case 'shell':
      return { label, ...keysOf(item), click: () => actions.runAction(item.action) };
    case 'recent':
      return { label, submenu: recentEntries(language, actions) };
  }
}

const keysOf = (item: { readonly keys?: string }) =>
  item.keys === undefined ? {} : { accelerator: item.keys };

function recentEntries(language: Language, actions: MenuActions): MenuItemConstructorOptions[] {
  if (actions.recent.length === 0) return [{ label: shellText(language, 'menu.noRecent'), enabled: false }];
  return [
    ...actions.recent.map((path, index) => ({
      label: `${index + 1}  ${basename(path)}`,
      toolTip: path,
      click: () => actions.open(path),
    })),
    { type: 'separator' },
    { label: shellText(language, 'menu.clearRecent'), click: () => actions.clearRecent() },
  ];
}
