import { describe, expect, it } from 'vitest';
import { arrange, countsOf, type LedgerView } from '../../../../../renderer/screens/start/ledger/view';
import type { OfficeRow } from '../../../../../shared/commands/office';
import type { AssessmentFacts } from '../../../../../shared/ledger/facts';
import { deadlinesOf } from '../../../../../shared/ledger/deadlines';

const day = (iso: string) => Date.parse(iso) / 86_400_000;
const TODAY = day('2026-11-21');

function row(file: string, facts: Partial<AssessmentFacts>, published?: string): OfficeRow {
  const deadlines = deadlinesOf(published === undefined ? [] : [{ kind: 'assessed', day: day(published) }]);
  const blank = {
    documentId: file,
    number: '',
    name: '',
    form: 'form2',
    edition: '令和6年10月',
    department: '',
    agency: '',
    state: 'published',
    dateNotices: [],
    toReview: 0,
    blank: 0,
    plan: { files: [], people: '', handlers: '', incident: '' },
  } as const;
  const all: AssessmentFacts = { ...blank, deadlines, ...facts };
  return { path: `/x/${file}`, row: { kind: 'document', file, facts: all } };
}

const rows: readonly OfficeRow[] = [
  row('new', { number: '３', state: 'draft', department: '市民課' }),
  row('late', { number: '10', name: '国民健康保険に関する事務', department: '健康保険課' }, '2025-10-31'),
  row('soon', { number: '2', department: '市民課' }, '2025-12-15'),
  row('later', { number: '1', department: '健康保険課' }, '2026-10-01'),
  { path: '/x/bad', row: { kind: 'fault', file: 'bad', fault: '読めません' } },
];

const BEGINNING: LedgerView = { sort: 'due', filter: 'all', group: 'none', search: '' };
const files = (view: Partial<LedgerView>) =>
  arrange(rows, { ...BEGINNING, ...view }, TODAY).map(({ key, rows: found }) => [
    key,
    found.map(({ row: { file } }) => file).join(' '),
  ]);

describe('the rows of the 台帳', () => {
  it('begin with what is due first, and end with what cannot be read', () => {
    expect(files({})).toEqual([['', 'late soon later new bad']]);
  });

  it('are sorted as people count', () => {
    expect(files({ sort: 'number' })).toEqual([['', 'later soon new late bad']]);
    expect(files({ sort: 'department' })).toEqual([['', 'later late soon new bad']]);
  });

  it('are found in any width', () => {
    expect(files({ search: '　３' })).toEqual([['', 'new']]);
    expect(files({ search: '健康保険' })).toEqual([['', 'late later']]);
    expect(files({ search: 'ない' })).toEqual([['', '']]);
  });

  it('are grouped, each once', () => {
    expect(files({ group: 'department', sort: 'number' })).toEqual([
      ['健康保険課', 'later late'],
      ['市民課', 'soon new'],
      ['', 'bad'],
    ]);
  });

  it('are counted by what needs a person', () => {
    expect(countsOf(rows, TODAY)).toEqual({ all: 5, overdue: 1, soon: 1, working: 1, problems: 1 });
    expect(files({ filter: 'overdue' })).toEqual([['', 'late']]);
    expect(files({ filter: 'problems' })).toEqual([['', 'bad']]);
  });
});
