import Store from 'electron-store';
import { settingsFrom, type Settings, type SettingsPatch } from '../../shared/commands/settings';

/** Place and size of the window when it was last closed, in device-independent pixels. */
export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

interface Stored {
  readonly settings?: Partial<Settings>;
  readonly window?: WindowBounds;
  readonly recent?: readonly string[];
  readonly publishFolder?: string;
}

let opened: Store<Stored> | undefined;

/** A damaged settings file is started anew: it holds nothing that cannot be chosen again. */
function store(): Store<Stored> {
  opened ??= new Store<Stored>({ name: 'settings', clearInvalidConfig: true });
  return opened;
}

/** The settings, with defaults for all that is missing or no longer valid. */
export const readSettings = (): Settings => settingsFrom(store().get('settings') ?? {});

/** Changes some settings and answers all. */
export function writeSettings(patch: SettingsPatch): Settings {
  const next = settingsFrom({ ...readSettings(), ...patch });
  store().set('settings', next);
  return next;
}

export const readBounds = (): WindowBounds | undefined => store().get('window');

export const writeBounds = (bounds: WindowBounds): void => store().set('window', bounds);

/** Paths of recently used files, newest first. */
export const readRecent = (): readonly string[] => store().get('recent') ?? [];

export const writeRecent = (paths: readonly string[]): void => store().set('recent', [...paths]);

/** The folder that files were last published to. */
export const readFolder = (): string | undefined => store().get('publishFolder');

export const writeFolder = (folder: string): void => store().set('publishFolder', folder);
