import { FORM_IDS, formOf } from '../forms/catalog';
import type { FormId } from '../forms/types';
import { rules } from './rules';
import type { Need, Rule, Severity } from './types';

/** Sentences of the rules in one language, as the locale files hold them. */
export interface RuleTexts {
  readonly rules: Readonly<Record<string, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, string>>;
  readonly needs: Readonly<Record<string, string>>;
}

/** A rule as the command line shows it. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly forms: readonly FormId[];
  readonly message: string;
  readonly explanation: string;
  readonly ground: string;
  readonly needs: readonly Need[];
  readonly fix: boolean;
  readonly aliases: readonly string[];
}

export function describeRules(texts: RuleTexts): readonly RuleDescription[] {
  return rules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    forms: rule.forms ?? FORM_IDS,
    message: texts.rules[rule.id] ?? rule.id,
    explanation: texts.why[rule.id] ?? '',
    ground: texts.grounds[rule.ground] ?? rule.ground,
    needs: rule.needs ?? [],
    fix: canFix(rule),
    aliases: rule.aliases ?? [],
  }));
}

/** Whether a rule offers a correction where it is safe; of a single finding `fixOf` tells. */
export function canFix({ fix, replaces }: Rule): boolean {
  return fix !== undefined || replaces === true;
}

export interface MarkdownWords {
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly severities: Readonly<Record<Severity, string>>;
  readonly fix: string;
  readonly needs: string;
}

/** The rules as a page of Markdown. */
export function rulesMarkdown(texts: RuleTexts, words: MarkdownWords): string {
  const rows = describeRules(texts).map((rule) => markdownRow(rule, texts, words));
  const head = [words.columns, words.columns.map(() => '---')].map(tableLine);
  return [
    `# ${words.title}`,
    '',
    words.intro.replace('{{count}}', String(rows.length)),
    '',
    ...head,
    ...rows,
    '',
  ].join('\n');
}

function markdownRow(rule: RuleDescription, texts: RuleTexts, words: MarkdownWords): string {
  const needs = rule.needs.map((need) => texts.needs[need] ?? need).join('・');
  const details = [rule.explanation, needs === '' ? '' : `${words.needs}${needs}`].filter(
    (part) => part !== '',
  );
  const forms = rule.forms.map((id) => formOf(id).number.slice(-1)).join('・');
  return tableLine([
    `\`${rule.id}\``,
    words.severities[rule.severity],
    forms,
    placeholders(rule.message),
    `${rule.ground}<br>${details.join('<br>')}`,
    rule.fix ? words.fix : '',
  ]);
}

/** {{item}} reads as ［item］: values are filled in when a finding is shown. */
function placeholders(message: string): string {
  return message.replace(/\{\{(\w+)\}\}/g, '［$1］');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
