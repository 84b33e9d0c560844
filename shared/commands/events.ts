import type { SaveState } from './documents';
import type { Settings } from './preferences';

/** What the shell emits to a window without being asked. */
export const eventNames = [
  'menu.command',
  'file.open',
  'document.state',
  'job.progress',
  'settings.changed',
  'office.changed',
  'window.flush',
] as const;

export type EventName = (typeof eventNames)[number];

/** What a menu item or its shortcut asks the window to do. */
export type MenuCommand =
  | 'file.new'
  | 'file.open'
  | 'file.import'
  | 'file.save'
  | 'file.saveAs'
  | 'file.backups'
  | 'file.thin'
  | 'file.export'
  | 'file.preview'
  | 'file.exportAll'
  | 'file.close'
  | 'edit.undo'
  | 'edit.redo'
  | 'edit.find'
  | 'edit.replace'
  | 'edit.goTo'
  | 'view.home'
  | 'view.editor'
  | 'view.compare'
  | 'view.checks'
  | 'view.nextPane'
  | 'view.back'
  | 'view.forward'
  | 'view.settings'
  | 'help.shortcuts'
  | 'help.about';

/** Menu items that do something with the open document; without one they cannot be chosen. */
export const NEEDS_DOCUMENT: ReadonlySet<MenuCommand> = new Set<MenuCommand>([
  'file.save',
  'file.saveAs',
  'file.export',
  'file.preview',
  'file.close',
  'edit.undo',
  'edit.redo',
  'edit.find',
  'edit.replace',
  'view.editor',
  'view.compare',
  'view.checks',
]);

export interface JobProgress {
  readonly job: string;
  /** Key of what is being done, in the `jobs` part of the locale files. */
  readonly step: string;
  readonly done: number;
  /** Null while the amount of work is not known. */
  readonly total: number | null;
}

export interface EventPayloads {
  'menu.command': { readonly command: MenuCommand };
  /** A file was given by double click, drag and drop on the icon, a second start or the list of recent files. */
  'file.open': { readonly path: string };
  /** Where the typed text of an open document is, at every change of that. */
  'document.state': { readonly session: string; readonly state: SaveState };
  'job.progress': JobProgress;
  'settings.changed': Settings;
  /** Rows of the 台帳 of this folder have changed. */
  'office.changed': { readonly folder: string };
  /** The window is about to close: hand over everything typed, then call `window.flushed`. */
  'window.flush': { readonly reason: 'close' | 'quit' };
}

/** The channel that carries an event. */
export const eventChannelOf = (name: EventName): string => `event:${name}`;
