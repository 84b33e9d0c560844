import { z } from 'zod';
import { command } from './command';

const choices = {
  language: z.enum(['ja', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of all text in percent. */
  textSize: z.number().int().min(80).max(200),
  /** Name shown in the edit history and in locks; empty: the name of the account on this PC. */
  userName: z.string().max(100),
  /** 部署 of that person. */
  department: z.string().max(100),
  /** 評価実施機関名 for new assessments. */
  agency: z.string().max(200),
  /** Folder for new documents, absolute; empty: a folder of the program's name among the person's documents. */
  workspace: z.string().max(4_000),
  /** Between the headings in 項目 of the 変更箇所, where the document's own rows show none. */
  separator: z.string().min(1).max(3),
};

/** Preferences of the person at this PC. Every entry has a default, so old and damaged files still open. */
const settingsSchema = z.object({
  language: choices.language.catch('ja'),
  theme: choices.theme.catch('system'),
  textSize: choices.textSize.catch(100),
  userName: choices.userName.catch(''),
  department: choices.department.catch(''),
  agency: choices.agency.catch(''),
  workspace: choices.workspace.catch(''),
  separator: choices.separator.catch('\u3000'),
});

export type Settings = z.output<typeof settingsSchema>;

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
