import { textWithRole } from '../../assessment/roles';
import type { Decision, Decisions } from '../../assessment/round';
import { formOf } from '../../forms/catalog';
import { timingOf } from '../../forms/changeTable';
import type { Form } from '../../forms/types';
import { learnHeadingStyle } from '../../headings/style';
import { submissionOf } from '../material/decide';
import type { Comparison } from '../types';
import { generateRows, type ChangeRow } from './generate';
import { DEFAULT_ROW_STYLE, type RowStyle } from './style';
import { earlierRows, planTable, type RowState } from './table';

/** How an office writes its rows, where it is not the usual way. */
export interface RowOptions extends Partial<Pick<RowStyle, 'perItem' | 'perEntry'>> {
  /** 変更日; absent: the planned 公表日. */
  readonly date?: string;
  /** 提出時期 and its reason are proposed for changes of the form alone, too. */
  readonly proposed?: boolean;
  /** Between headings in 項目, where the document's own rows show none. */
  readonly separator?: string;
}

/** The rows of 変更箇所 of this round. */
export interface RoundPlan {
  readonly rows: readonly ChangeRow[];
  /** The same rows beside those that the table holds already. */
  readonly states: readonly RowState[];
  /** What a person decided in this round, and what the rows in the table say was decided. */
  readonly decisions: Decisions;
}

/**
 * The one way from a comparison to its rows, for the command line, the screen and the printed table: style as in the
 * document's earlier rows, 変更日 the planned 公表日, 提出時期 by the decisions, then the table as it stands.
 */
export function planRound(
  comparison: Comparison,
  chosen: Decisions = {},
  options: RowOptions = {},
): RoundPlan {
  const { after } = comparison;
  const form = formOf(after.form, after.edition);
  const first = planTable(comparison, rowsOf(comparison, chosen, options));
  const decisions = { ...decisionsIn(form, first), ...chosen };
  const rows = rowsOf(comparison, decisions, options);
  return { rows, states: planTable(comparison, rows), decisions };
}

/** The rows with the office's own habits: 項目 as in its earlier rows, 変更日 the planned 公表日. */
function rowsOf(comparison: Comparison, decisions: Decisions, options: RowOptions): readonly ChangeRow[] {
  const { after } = comparison;
  const { date, proposed = false, separator, ...styleOptions } = options;
  const style = { ...rowStyleOf(comparison, separator), ...styleOptions };
  const submission = submissionOf(formOf(after.form, after.edition), decisions, { proposed });
  return generateRows(comparison, { style, date: date ?? plannedDate(comparison), submission });
}

/** The default style with the separators that the document's earlier rows use; `separator` where they show none. */
function rowStyleOf(comparison: Comparison, separator?: string): RowStyle {
  const earlier = earlierRows(comparison).map(({ cells }) => cells);
  return { ...DEFAULT_ROW_STYLE, headings: learnHeadingStyle(comparison.after, earlier, separator) };
}

/** The 公表日 on the new cover, as written; blank while it is still that of the old edition. */
function plannedDate({ before, after }: Comparison): string {
  const [older, newer] = [before, after].map((document) => textWithRole(document, 'publishDate'));
  return older === newer ? '' : (newer ?? '');
}

/** What a person has decided already, as the rows that stand in the table say it. */
function decisionsIn(form: Form, states: readonly RowState[]): Decisions {
  return Object.fromEntries(states.flatMap((state) => decisionIn(form, state)));
}

function decisionIn(form: Form, state: RowState): readonly (readonly [string, Decision])[] {
  if (!('row' in state) || state.kind === 'new') return [];
  const { timing, reason } = state.existing.cells;
  return timing === ''
    ? []
    : [[state.row.difference, { material: timingOf(form, timing) === 'before', reason }]];
}
