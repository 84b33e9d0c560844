import Store from 'electron-store';
import { z } from 'zod';
import type { Settings } from '../../shared/commands/preferences';
import { settingsFrom, type SettingsPatch } from '../../shared/commands/settings';

/** Place and size of the window when it was last closed, in device-independent pixels. */
export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** As written; what is read back may be anything, and is checked at each reading. */
interface Stored {
  readonly settings?: unknown;
  readonly window?: unknown;
  readonly recent?: unknown;
  readonly publishFolder?: unknown;
}

const boundsSchema = z
  .object({
    x: z.number().optional(),
    y: z.number().optional(),
    width: z.number().positive(),
    height: z.number().positive(),
    maximized: z.boolean(),
  })
  .optional()
  .catch(undefined);

const recentSchema = z.array(z.string()).catch([]);
const folderSchema = z.string().optional().catch(undefined);

let opened: Store<Stored> | undefined;

/** A damaged settings file is started anew: it holds nothing that cannot be chosen again. */
function store(): Store<Stored> {
  opened ??= new Store<Stored>({ name: 'settings', clearInvalidConfig: true });
  return opened;
}

/** The settings, with defaults for all that is missing or no longer valid. */
export const readSettings = (): Settings => settingsFrom(asObject(store().get('settings')));

/** Changes some settings and answers all. */
export function writeSettings(patch: SettingsPatch): Settings {
  const next = settingsFrom({ ...readSettings(), ...patch });
  store().set('settings', next);
  return next;
}

export const readBounds = (): WindowBounds | undefined =>
  boundsSchema.parse(store().get('window')) as WindowBounds | undefined;

export const writeBounds = (bounds: WindowBounds): void => store().set('window', bounds);

/** Paths of recently used files, newest first. */
export const readRecent = (): readonly string[] => recentSchema.parse(store().get('recent'));

export const writeRecent = (paths: readonly string[]): void => store().set('recent', [...paths]);

/** The folder that files were last published to. */
export const readFolder = (): string | undefined => folderSchema.parse(store().get('publishFolder'));

export const writeFolder = (folder: string): void => store().set('publishFolder', folder);

function asObject(stored: unknown): object {
  return typeof stored === 'object' && stored !== null ? stored : {};
}
