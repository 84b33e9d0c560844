import { createInstance, type i18n } from 'i18next';
import enErrors from '../resources/locales/en/errors.json';
import enShell from '../resources/locales/en/shell.json';
import jaErrors from '../resources/locales/ja/errors.json';
import jaShell from '../resources/locales/ja/shell.json';
import type { CommandError } from '../shared/commands/result';

export type Language = 'ja' | 'en';

/** The shell's own texts: menus, native dialogs and the messages of the command line. */
const resources = {
  ja: { shell: jaShell, errors: jaErrors },
  en: { shell: enShell, errors: enErrors },
};

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Key of a text in shell.json. */
export type ShellKey = Leaves<typeof jaShell>;

const instances = new Map<Language, i18n>();

function instance(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const created = createInstance({ lng: language, resources, interpolation: { escapeValue: false } });
  void created.init({ initAsync: false });
  instances.set(language, created);
  return created;
}

/** A text of the shell in the given language. */
export function shellText(
  language: Language,
  key: ShellKey,
  values: Record<string, string | number> = {},
): string {
  return instance(language).t(key, { ns: 'shell', ...values });
}

/** What a person is told about an error. */
export function errorText(language: Language, error: CommandError): string {
  return instance(language).t(error.code, { ns: 'errors', ...error.params });
}
