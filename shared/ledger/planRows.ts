import { formOf } from '../forms/catalog';
import { isoOf } from '../japanese/days';
import { comparableNumber, type AssessmentFacts } from './facts';
import { type LedgerDocument, type LedgerRow, warekiOf } from './rows';

/** Columns of 計画管理書 (様式１). */
export type PlanColumn =
  | 'number'
  | 'name'
  | 'files'
  | 'people'
  | 'handlers'
  | 'incident'
  | 'performed'
  | 'planned'
  | 'published'
  | 'remarks';

export type PlanCells = Readonly<Record<PlanColumn, string>>;

export interface PlanWords {
  readonly state: (state: AssessmentFacts['state']) => string;
  /** 令和9年3月1日までに見直し */
  readonly review: (date: string) => string;
  readonly reassess: (date: string) => string;
}

/** 計画管理書: a line for each 事務 whose assessments can be read, by 評価書番号; the pair of one number is one line. */
export function planRows(rows: readonly LedgerRow[], words: PlanWords): readonly PlanCells[] {
  const documents = rows.filter((row) => row.kind === 'document');
  return groupsOf(documents)
    .map((group) => cellsOf(group, words))
    .sort((a, b) => byNumber.compare(a.number, b.number));
}

const byNumber = new Intl.Collator('ja', { numeric: true });

function groupsOf(documents: readonly LedgerDocument[]): readonly (readonly LedgerDocument[])[] {
  const groups = new Map<string, LedgerDocument[]>();
  for (const document of documents) {
    const number = comparableNumber(document.facts.number);
    const key = number === '' ? `file ${document.file}` : number;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()].flatMap(pairs);
}

/** Documents that have the same form are no pair: each is a line of its own. */
function pairs(documents: readonly LedgerDocument[]): readonly (readonly LedgerDocument[])[] {
  const forms = new Set(documents.map(({ facts }) => facts.form));
  return forms.size === documents.length ? [documents] : documents.map((document) => [document]);
}

/** What the 基礎項目評価書 says of the しきい値判断 goes before the others; 実施する評価 is the greatest. */
function cellsOf(group: readonly LedgerDocument[], words: PlanWords): PlanCells {
  const facts = group.map((document) => document.facts).sort((a, b) => (a.form < b.form ? -1 : 1));
  const last = facts.at(-1);
  if (!last) throw new Error('a group has a document');
  const first = (of: (one: AssessmentFacts) => string) => facts.map(of).find((text) => text !== '') ?? '';
  const form = formOf(last.form, last.edition);
  const published = facts.flatMap(({ deadlines: { assessed, amended } }) =>
    [assessed, amended].filter((day) => day !== undefined),
  );
  return {
    number: first(({ number }) => number),
    name: first(({ name }) => name),
    files:
      facts
        .map(({ plan }) => plan.files)
        .find((names) => names.length > 0)
        ?.join('\n') ?? '',
    people: first(({ plan }) => plan.people),
    handlers: first(({ plan }) => plan.handlers),
    incident: first(({ plan }) => plan.incident),
    performed: form.name.replace(/書$/, ''),
    planned: plannedText(facts, words),
    published: published.length === 0 ? '' : warekiOf(Math.max(...published)),
    remarks: words.state(last.state),
  };
}

/** 公表 as planned; else what is due first. */
function plannedText(facts: readonly AssessmentFacts[], words: PlanWords): string {
  const planned = facts.map(({ plan }) => plan.publication).find((day) => day !== undefined);
  if (planned !== undefined) return warekiOf(Date.parse(planned) / 86_400_000);
  const dues = facts.flatMap(({ deadlines: { reviewDue, reassessDue } }) => [
    ...(reassessDue === undefined ? [] : [{ day: reassessDue, text: words.reassess }]),
    ...(reviewDue === undefined ? [] : [{ day: reviewDue, text: words.review }]),
  ]);
  const next = dues.sort((a, b) => (isoOf(a.day) < isoOf(b.day) ? -1 : 1))[0];
  return next ? next.text(warekiOf(next.day)) : '';
}
