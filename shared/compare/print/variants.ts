import { applyEdit } from '../../assessment/edit';
import { formOf } from '../../forms/catalog';
import { changeTableOf } from '../../forms/changeTable';
import { printDocument } from '../../publish/model/document';
import type { PrintDocument } from '../../publish/model/types';
import type { Decisions, Drafts } from '../../assessment/round';
import type { Assessment } from '../../assessment/types';
import { planRound, type RowOptions } from '../rows/planRound';
import { earlierRows, tableEdit } from '../rows/table';
import type { Comparison } from '../types';
import { comparisonTable, type EditionNames } from './comparisonTable';
import { redline } from './redline';

/** `redline` 見え消し, `comparison` 新旧対照表, `changes` 変更箇所だけ. */
export const COMPARISON_VARIANTS = ['redline', 'comparison', 'changes'] as const;
export type ComparisonVariant = (typeof COMPARISON_VARIANTS)[number];

export interface ComparisonPrintOptions {
  readonly names?: EditionNames;
  readonly decisions?: Decisions;
  readonly drafts?: Drafts;
  /** How the rows are written that are not in the table yet. */
  readonly rowOptions?: RowOptions;
}

/** A comparison as it is circulated; `assessment` is what an Excel or JSON of it would hold. */
export interface ComparisonPublication {
  readonly print: PrintDocument;
  readonly assessment: Assessment;
}

export function comparisonPublication(
  comparison: Comparison,
  variant: ComparisonVariant,
  options: ComparisonPrintOptions = {},
): ComparisonPublication {
  switch (variant) {
    case 'redline':
      return { print: redline(comparison), assessment: comparison.after };
    case 'comparison':
      return { print: comparisonTable(comparison, options.names), assessment: comparison.after };
    case 'changes':
      return changesOnly(comparison, options);
  }
}

/** The table with the rows of this round alone: those that exist, and those that are still missing. */
function changesOnly(comparison: Comparison, options: ComparisonPrintOptions): ComparisonPublication {
  const { decisions = {}, drafts = {}, rowOptions = {} } = options;
  const { after } = comparison;
  const table = changeTableOf(formOf(after.form, after.edition));
  const { states } = planRound(comparison, decisions, rowOptions);
  const full = applyEdit(after, tableEdit(after, states, [], drafts));
  const earlier = new Set(earlierRows(comparison).map(({ entryId }) => entryId));
  const entries = (full.lists[table] ?? []).filter(({ id }) => !earlier.has(id));
  const assessment = { ...full, lists: { ...full.lists, [table]: entries } };
  return { print: printDocument(assessment, { sections: [table.split('.', 1)[0] ?? ''] }), assessment };
}
