import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { menus } from '../../../../electron/window/menu-items';
import { keyGroups } from '../../../../renderer/app/help/keys';
import { commandOfKeys, keysText, shortcuts } from '../../../../renderer/app/shortcuts';

const KEY_NAMES: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Plus: '+', Left: '←', Right: '→' };

/** An accelerator of Electron as menus write it. */
const menuKeys = (keys: string) => keys.replace(/\w+/g, (name) => KEY_NAMES[name] ?? name);

const accelerators = menus.flatMap(({ items }) =>
  items.flatMap((item) =>
    item.kind !== 'line' && 'keys' in item && item.keys !== undefined
      ? [{ keys: menuKeys(item.keys), item }]
      : [],
  ),
);

describe('keys', () => {
  it('mean one thing each', () => {
    const keys = shortcuts.map(keysText);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const inMenus = accelerators.map(({ keys: own }) => own);
    expect(inMenus.filter((key, at) => inMenus.indexOf(key) !== at)).toEqual([]);
  });

  it('mean in the window what they mean in the menu', () => {
    const menu = new Map(accelerators.map(({ keys, item }) => [keys, item]));
    for (const shortcut of shortcuts) {
      const item = menu.get(keysText(shortcut));
      if (item?.kind === 'command')
        expect([keysText(shortcut), shortcut.command]).toEqual([keysText(shortcut), item.command]);
      // Larger and smaller are the pages where pages are shown, help is that of the item where one has the focus.
      if (item?.kind === 'shell') expect(shortcut.command).toMatch(/^page\.|^item\.guidance$/);
    }
  });

  it('stand on the sheet of keys, each once', () => {
    const sheet = keyGroups.flatMap(({ keys }) => keys.map(([key]) => key));
    expect(sheet.filter((key, at) => sheet.indexOf(key) !== at)).toEqual([]);
    const known = new Set([...sheet, ...NOT_ON_SHEET]);
    expect(shortcuts.map(keysText).filter((key) => !known.has(key))).toEqual([]);
    expect(accelerators.map(({ keys }) => keys).filter((key) => !known.has(key))).toEqual([]);
  });

  it('are read as they are pressed', () => {
    const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(commandOfKeys({ ...none, key: 'Enter', ctrlKey: true })).toBe('item.accept');
    expect(commandOfKeys({ ...none, key: 'Enter' })).toBeUndefined();
    expect(commandOfKeys({ ...none, key: 'S', ctrlKey: true, shiftKey: true })).toBeUndefined();
    expect(commandOfKeys({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('edit.redo');
    expect(commandOfKeys({ ...none, key: ';', ctrlKey: true, shiftKey: true })).toBe('page.larger');
    expect(commandOfKeys({ ...none, key: 'ArrowDown', altKey: true, shiftKey: true })).toBeUndefined();
  });

  it('are listened for in one place', () => {
    const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /\.tsx?$/.test(file));
    const listening = sources.filter((file) =>
      readFileSync(join('renderer', file), 'utf8').includes("addEventListener('keydown'"),
    );
    expect(listening).toEqual([join('app', 'menu.ts')]);
  });
});

/** Twins of a key on the sheet, and keys that every program has. */
const NOT_ON_SHEET = [
  'Ctrl+Shift+Z',
  'Shift+F3',
  'Shift+F7',
  'Shift+F8',
  'Ctrl+=',
  'Ctrl+;',
  'Escape',
  'Ctrl+X',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+A',
  'Ctrl+Q',
  'Ctrl+Shift+S',
];
