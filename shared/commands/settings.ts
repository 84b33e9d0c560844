import { z } from 'zod';
import { command } from './command';
import { DEFAULT_SETTINGS, type Settings } from './preferences';

const duty = z.enum(['none', 'basic', 'focused', 'full']);

const choices = {
  language: z.enum(['ja', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.number().int().min(80).max(200),
  userName: z.string().max(100),
  department: z.string().max(100),
  agency: z.string().max(200),
  workspace: z.string().max(4_000),
  separator: z.string().min(1).max(3),
  ownRule: z.object({ none: duty, basic: duty, focused: duty, full: duty }),
} satisfies Record<keyof Settings, z.ZodType>;

/** Every entry has a default, so old and damaged files still open. */
const settingsSchema = z.object({
  language: choices.language.catch(DEFAULT_SETTINGS.language),
  theme: choices.theme.catch(DEFAULT_SETTINGS.theme),
  textSize: choices.textSize.catch(DEFAULT_SETTINGS.textSize),
  userName: choices.userName.catch(DEFAULT_SETTINGS.userName),
  department: choices.department.catch(DEFAULT_SETTINGS.department),
  agency: choices.agency.catch(DEFAULT_SETTINGS.agency),
  workspace: choices.workspace.catch(DEFAULT_SETTINGS.workspace),
  separator: choices.separator.catch(DEFAULT_SETTINGS.separator),
  ownRule: choices.ownRule.catch(DEFAULT_SETTINGS.ownRule),
});

const nothing = Object.fromEntries(Object.keys(choices).map((key) => [key, undefined]));

/** Reads stored settings of any age: what is missing or not valid gets its default. */
export const settingsFrom = (stored: object): Settings => settingsSchema.parse({ ...nothing, ...stored });

/** Unlike a file on disk, a window may not send anything that is not valid. */
const patchSchema = z.object(choices).partial();

export type SettingsPatch = z.output<typeof patchSchema>;

/** A file that was used lately. */
export interface RecentFile {
  readonly path: string;
  /** When it was written last (milliseconds since 1970 UTC); null where it is no longer there. */
  readonly changedAt: number | null;
}

export const settingsCommands = {
  'settings.get': command<Settings>()(z.undefined()),
  /** Changes the given settings and answers all of them. */
  'settings.set': command<Settings>()(patchSchema),
  /** Newest first, at most ten. */
  'recent.list': command<readonly RecentFile[]>()(z.undefined()),
  /** Takes one file off the list (the file itself stays) and answers the rest. */
  'recent.forget': command<readonly RecentFile[]>()(z.object({ path: z.string() })),
};
