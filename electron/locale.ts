import { createInstance, type i18n } from 'i18next';
import enChecks from '../resources/locales/en/checks.json';
import enCli from '../resources/locales/en/cli.json';
import enErrors from '../resources/locales/en/errors.json';
import enIntake from '../resources/locales/en/intake.json';
import enLedger from '../resources/locales/en/ledger.json';
import enReasons from '../resources/locales/en/reasons.json';
import enShell from '../resources/locales/en/shell.json';
import enThreshold from '../resources/locales/en/threshold.json';
import jaChecks from '../resources/locales/ja/checks.json';
import jaCli from '../resources/locales/ja/cli.json';
import jaErrors from '../resources/locales/ja/errors.json';
import jaIntake from '../resources/locales/ja/intake.json';
import jaLedger from '../resources/locales/ja/ledger.json';
import jaReasons from '../resources/locales/ja/reasons.json';
import jaShell from '../resources/locales/ja/shell.json';
import type { MarkdownWords, RuleTexts } from '../shared/checks/describe';
import jaThreshold from '../resources/locales/ja/threshold.json';
import type { ReadNotice, ReviewReason } from '../shared/assessment/source';
import type { CommandError } from '../shared/commands/result';

export type Language = 'ja' | 'en';

/** The shell's own texts: menus, native dialogs and the messages of the command line. */
const resources = {
  ja: {
    shell: jaShell,
    errors: jaErrors,
    cli: jaCli,
    ledger: jaLedger,
    checks: jaChecks,
    reasons: jaReasons,
    intake: jaIntake,
    threshold: jaThreshold,
  },
  en: {
    shell: enShell,
    errors: enErrors,
    cli: enCli,
    ledger: enLedger,
    checks: enChecks,
    reasons: enReasons,
    intake: enIntake,
    threshold: enThreshold,
  },
};

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Key of a text in shell.json. */
export type ShellKey = Leaves<typeof jaShell>;

/** Key of a text in cli.json. */
export type CliKey = Leaves<typeof jaCli>;

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

/** Words of the 台帳, by a key that the domain made. */
export function ledgerText(language: Language, key: string, values: object = {}): string {
  const { t } = instance(language);
  return (t as (key: string, values: object) => string)(key, { ns: 'ledger', ...values });
}

/** What a person is told about an error. */
export function errorText(language: Language, error: CommandError): string {
  return instance(language).t(error.code, { ns: 'errors', ...error.params });
}

/** What the reader of a source left out or could not read. */
export function noticeText(language: Language, { code, params }: ReadNotice): string {
  return instance(language).t(`notice.${code}`, { ns: 'intake', ...params });
}

/** A sentence of the command line. */
export function cliText(
  language: Language,
  key: CliKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return instance(language).t(key, { ns: 'cli', ...values });
}

/** A sentence about a しきい値判断, by a key that the domain made. */
export function thresholdText(
  language: Language,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const { t } = instance(language);
  return (t as (key: string, values: object) => string)(key, { ns: 'threshold', ...values });
}

/** The sentence of a finding of the 点検. A rule without a sentence shows itself, so that nothing is hidden. */
export function findingText(
  language: Language,
  { rule, params }: { readonly rule: string; readonly params: Readonly<Record<string, string | number>> },
): string {
  const { t, exists } = instance(language);
  const options = { ns: 'checks', ...params };
  const key = `rules.${rule}`;
  return exists(key, options) ? (t as (key: string, values: object) => string)(key, options) : rule;
}

/** The sentences of the rules of the 点検. */
export function ruleTexts(language: Language): RuleTexts {
  return resources[language].checks;
}

/** Words of the page that lists the rules. */
export function markdownWords(language: Language): MarkdownWords {
  const { severity, rulesPage } = resources[language].cli;
  const { title, intro, id, level, forms, message, ground, fix, fixable, needs } = rulesPage;
  return {
    title,
    intro,
    columns: [id, level, forms, message, ground, fix],
    severities: severity,
    fix: fixable,
    needs,
  };
}

/** Words of a circulation copy, from shell.json. */
export function publishText(
  language: Language,
  key: keyof (typeof jaShell)['publish'],
  values: Record<string, string> = {},
): string {
  return shellText(language, `publish.${key}`, values);
}

/** Why a person must look at an imported value. */
export function reasonText(language: Language, { code, params }: ReviewReason): string {
  return instance(language).t(code, { ns: 'reasons', ...params });
}
