import { type LedgerRow, warekiOf } from '../../shared/ledger/rows';
import { planRows } from '../../shared/ledger/planRows';
import type { Plan } from '../../shared/publish/plan/plan';
import { type Language, ledgerText } from '../locale';
import { todayAt } from './words';

/** 計画管理書 of the rows of a 台帳; 担当部署・連絡先 is left for the office to fill in. */
export function planOf(rows: readonly LedgerRow[], language: Language, now: number): Plan {
  const agencies = rows.flatMap((row) =>
    row.kind === 'document' && row.facts.agency !== '' ? [row.facts.agency] : [],
  );
  return {
    agency: [...new Set(agencies)].join(ledgerText(language, 'comma')),
    contact: '',
    made: warekiOf(todayAt(now)),
    rows: planRows(rows, {
      state: (state) => ledgerText(language, `state.${state}`),
      review: (date) => ledgerText(language, 'planned.review', { date }),
      reassess: (date) => ledgerText(language, 'planned.reassess', { date }),
    }),
  };
}
