import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assessmentFrom, type OrdinalItem } from '../../../../shared/assessment/fromItems';
import { toOrdinals } from '../../../../shared/assessment/ordinals';
import { checkDocument } from '../../../../shared/checks/check';
import { headingReader } from '../../../../shared/headings/reader';
import { formOf } from '../../../../shared/forms/catalog';
import { dateNumber, parseDate } from '../../../../shared/japanese/wareki';
import { counter } from '../assessment/arbitrary';

/** What a careful reader found in three published assessments; they belong to others and are not always there. */
const FOLDER = join(import.meta.dirname, '../../../../../shared/truth');

interface Truth {
  readonly form: string;
  readonly items: readonly TruthItem[];
  readonly attachments?: readonly { readonly title: string; readonly rows: readonly object[] }[];
}

interface TruthItem {
  readonly path: string;
  readonly value: unknown;
  readonly status: 'present' | 'dash' | 'blank' | 'lost' | 'ambiguous';
}

/** Findings about what the document shows, as `severity rule: count`; what its text has lost is not judged. */
function countsIn(name: string): Readonly<Record<string, number>> {
  const truth = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Truth;
  const known = truth.items.filter(
    ({ value, status }) => value !== null && status !== 'lost' && status !== 'blank',
  );
  const items = [...known.map(itemOf), ...(truth.attachments ?? []).map(attachmentOf)];
  const form = formOf(truth.form.normalize('NFKC') === '様式3' ? 'form3' : 'form4', EDITIONS[name]);
  const assessment = assessmentFrom(form, items, counter());
  const published = parseDate(String(truth.items.find(({ path }) => path === 'cover.publish_date')?.value));
  const { findings } = checkDocument({
    assessment,
    referenceDate: published ? dateNumber(published) : 0,
    readHeading: headingReader(),
  });
  const statuses = new Map(truth.items.map(({ path, status }) => [path, status]));
  const counts = new Map<string, number>();
  for (const { severity, rule, path } of findings) {
    const status = statuses.get(toOrdinals(assessment, path));
    if (status === 'lost' || status === 'ambiguous' || severity === 'notice') continue;
    const key = `${severity} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const EDITIONS: Readonly<Record<string, string>> = {
  '000': '令和6年10月',
  '002': '平成30年5月',
  '003': '平成30年5月',
};

function itemOf({ path, value }: TruthItem): OrdinalItem {
  const isList = Array.isArray(value);
  return { path, value: isList ? { selected: value as string[], texts: {} } : (value as string) };
}

function attachmentOf({ title, rows }: NonNullable<Truth['attachments']>[number], at: number): OrdinalItem {
  return {
    path: `attachments[${String(at + 1)}]`,
    value: { title, rows: rows.map((row) => Object.values(row).map(String)) },
  };
}

/** The verdicts on these findings are in docs/checks.md; a change here is a change there. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '000': {
    'error file-name-agree-III': 1,
    'warning change-after-body': 1,
    'warning change-typo-head': 1,
    'warning order-table-joined': 1,
    'warning stale-any': 1,
  },
  '002': {
    'warning abbr-twice': 1,
    'warning foreign-script': 1,
    'warning provide-count': 1,
    'warning simplified-form': 1,
    'warning stale-any': 5,
    'warning transfer-count': 1,
    'warning unclosed': 1,
  },
  '003': {
    'error outsourcing-handlers': 1,
    'warning change-after-body': 1,
    'warning change-reason': 5,
    'warning stale-any': 3,
  },
};

test.runIf(existsSync(FOLDER)).each(Object.keys(EXPECTED))('published assessment %s', (name) => {
  expect(countsIn(name)).toEqual(EXPECTED[name]);
});
