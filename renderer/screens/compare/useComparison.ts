import { useEffect, useMemo } from 'react';
import type { Decisions } from '../../../shared/assessment/round';
import { compare } from '../../../shared/compare/compare';
import { hasReason, summariseDecisions, type DecisionSummary } from '../../../shared/compare/material/decide';
import { changesWithoutRow } from '../../../shared/compare/rows/generate';
import { planRound, type RowOptions } from '../../../shared/compare/rows/planRound';
import type { RowState } from '../../../shared/compare/rows/table';
import type { Comparison } from '../../../shared/compare/types';
import { changeViews, type ChangeView } from '../../../shared/compare/changeViews';
import { formOf } from '../../../shared/forms/catalog';
import { useAssessment } from '../../state/document';
import { useSettings } from '../../state/settings';
import { useOldRevision, useRound } from './round';
import { CURRENT, readRevision, useCompare } from './state';

/** Everything the screen shows of two editions. */
export interface Compared {
  readonly comparison: Comparison;
  readonly views: readonly ChangeView[];
  readonly decisions: Decisions;
  readonly states: readonly RowState[];
  /** Keys of listed changes that no row of the table describes yet. */
  readonly unrowed: ReadonlySet<string>;
  readonly sum: DecisionSummary;
  /** Keys of changes that a person decided in this round without saying why. */
  readonly unreasoned: ReadonlySet<string>;
  /** The new edition is the document itself: rows can be put into its table. */
  readonly live: boolean;
}

/** Undefined while an edition is being read. */
export function useCompared(): Compared | undefined {
  const now = useAssessment();
  const oldId = useOldRevision();
  const { newer, revisions } = useCompare();
  const { decisions, perItem, perEntry } = useRound();
  const separator = useSettings((settings) => settings.separator);
  useEffect(() => {
    if (oldId) void readRevision(oldId);
    void readRevision(newer);
  }, [oldId, newer]);
  const older = oldId === CURRENT ? now : oldId && revisions[oldId];
  const after = newer === CURRENT ? now : revisions[newer];
  const comparison = useMemo(() => (older && after ? compare(older, after) : undefined), [older, after]);
  return useMemo(
    () =>
      comparison &&
      viewComparison(comparison, decisions, { perItem, perEntry, separator }, newer === CURRENT),
    [comparison, decisions, perItem, perEntry, separator, newer],
  );
}

function viewComparison(
  comparison: Comparison,
  chosen: Decisions,
  rowOptions: RowOptions,
  live: boolean,
): Compared {
  const form = formOf(comparison.after.form, comparison.after.edition);
  const { decisions, states } = planRound(comparison, chosen, rowOptions);
  const standing = states.flatMap((state) => ('row' in state && state.kind !== 'new' ? [state.row] : []));
  return {
    comparison,
    decisions,
    states,
    live,
    views: changeViews(comparison),
    unrowed: new Set(changesWithoutRow(comparison, standing).map(({ key }) => key)),
    sum: summariseDecisions(form, comparison, decisions),
    unreasoned: new Set(
      Object.entries(chosen).flatMap(([key, decision]) => (hasReason(decision) ? [] : [key])),
    ),
  };
}

/** Whether a change still needs a person: a decision, or the reason of one. */
export function needsDecision({ sum, unreasoned }: Compared): (key: string) => boolean {
  const undecided = new Set(sum.undecided);
  return (key) => undecided.has(key) || unreasoned.has(key);
}

/**
 * The changes that the filter lets through, in order. The one that is worked on stays among those that need a decision
 * until the person goes on, so that its reason can be given.
 */
export function filtered(
  compared: Compared,
): (filter: string, section?: string, chosen?: string) => readonly ChangeView[] {
  const { views, unrowed, decisions } = compared;
  const isOpen = needsDecision(compared);
  const fits: Readonly<Record<string, (view: ChangeView, chosen?: string) => boolean>> = {
    all: ({ kind }) => kind !== 'form',
    marked: ({ materiality, kind }) => materiality.marked && kind !== 'form',
    undecided: ({ key }, chosen) => isOpen(key) || (key === chosen && decisions[key] !== undefined),
    wording: ({ kind }) => kind === 'wording',
    entry: ({ kind }) => kind === 'entry',
    form: ({ kind }) => kind === 'form',
    unrowed: ({ key }) => unrowed.has(key),
  };
  return (filter, section, chosen) =>
    views.filter(
      (view) =>
        (fits[filter]?.(view, chosen) ?? true) && (section === undefined || view.section.key === section),
    );
}
