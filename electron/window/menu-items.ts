import type { MenuCommand } from '../../shared/commands/events';
import type { ShellKey } from '../locale';

type MenuText = Extract<ShellKey, `menu.${string}`>;

/** One line of a menu: a command for the window, something Electron does itself, or something of the shell. */
export type Item =
  | {
      readonly kind: 'command';
      readonly text: MenuText;
      readonly command: MenuCommand;
      readonly keys?: string;
    }
  | { readonly kind: 'role'; readonly text: MenuText; readonly role: Role; readonly keys?: string }
  | { readonly kind: 'shell'; readonly text: MenuText; readonly action: ShellAction; readonly keys?: string }
  | { readonly kind: 'recent'; readonly text: MenuText }
  | { readonly kind: 'line' };

type Role = 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen';
export type ShellAction = 'quit' | 'guide' | 'licences' | 'zoomIn' | 'zoomOut' | 'zoomReset';

const command = (text: MenuText, name: MenuCommand, keys?: string): Item => ({
  kind: 'command',
  text,
  command: name,
  ...(keys !== undefined && { keys }),
});
const role = (text: MenuText, name: Role, keys?: string): Item => ({
  kind: 'role',
  text,
  role: name,
  ...(keys !== undefined && { keys }),
});
const act = (text: MenuText, action: ShellAction, keys?: string): Item => ({
  kind: 'shell',
  text,
  action,
  ...(keys !== undefined && { keys }),
});
const line: Item = { kind: 'line' };

/** The whole application menu. */
export const menus: readonly { readonly text: MenuText; readonly items: readonly Item[] }[] = [
  {
    text: 'menu.file',
    items: [
      command('menu.new', 'file.new', 'CmdOrCtrl+N'),
      command('menu.open', 'file.open', 'CmdOrCtrl+O'),
      { kind: 'recent', text: 'menu.recent' },
      command('menu.import', 'file.import', 'CmdOrCtrl+I'),
      line,
      command('menu.save', 'file.save', 'CmdOrCtrl+S'),
      command('menu.saveAs', 'file.saveAs', 'CmdOrCtrl+Shift+S'),
      command('menu.backups', 'file.backups'),
      command('menu.thin', 'file.thin'),
      line,
      command('menu.export', 'file.export', 'CmdOrCtrl+E'),
      command('menu.preview', 'file.preview', 'CmdOrCtrl+P'),
      command('menu.exportAll', 'file.exportAll'),
      line,
      command('menu.close', 'file.close', 'CmdOrCtrl+W'),
      act('menu.quit', 'quit', 'CmdOrCtrl+Q'),
    ],
  },
  {
    text: 'menu.edit',
    items: [
      command('menu.undo', 'edit.undo', 'CmdOrCtrl+Z'),
      command('menu.redo', 'edit.redo', 'CmdOrCtrl+Y'),
      line,
      role('menu.cut', 'cut', 'CmdOrCtrl+X'),
      role('menu.copy', 'copy', 'CmdOrCtrl+C'),
      role('menu.paste', 'paste', 'CmdOrCtrl+V'),
      role('menu.selectAll', 'selectAll', 'CmdOrCtrl+A'),
      line,
      command('menu.find', 'edit.find', 'CmdOrCtrl+F'),
      command('menu.replace', 'edit.replace', 'CmdOrCtrl+H'),
      command('menu.goTo', 'edit.goTo', 'CmdOrCtrl+G'),
    ],
  },
  {
    text: 'menu.view',
    items: [
      command('menu.home', 'view.home', 'CmdOrCtrl+1'),
      command('menu.editor', 'view.editor', 'CmdOrCtrl+2'),
      command('menu.compare', 'view.compare', 'CmdOrCtrl+3'),
      command('menu.checks', 'view.checks', 'CmdOrCtrl+4'),
      line,
      command('menu.back', 'view.back', 'Alt+Left'),
      command('menu.forward', 'view.forward', 'Alt+Right'),
      command('menu.nextPane', 'view.nextPane', 'F6'),
      line,
      act('menu.zoomIn', 'zoomIn', 'CmdOrCtrl+Plus'),
      act('menu.zoomOut', 'zoomOut', 'CmdOrCtrl+-'),
      act('menu.zoomReset', 'zoomReset', 'CmdOrCtrl+0'),
      role('menu.fullScreen', 'togglefullscreen', 'F11'),
      line,
      command('menu.settings', 'view.settings', 'CmdOrCtrl+,'),
    ],
  },
  {
    text: 'menu.help',
    items: [
      act('menu.guide', 'guide', 'F1'),
      command('menu.shortcuts', 'help.shortcuts'),
      line,
      act('menu.licences', 'licences'),
      command('menu.about', 'help.about'),
    ],
  },
];
