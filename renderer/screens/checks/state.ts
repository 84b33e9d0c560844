import { create } from 'zustand';
import type { JudgedFinding } from '../../../shared/checks/judged';
import type { Severity } from '../../../shared/checks/types';
import { messageOf } from '../../i18n/message';
import { findingKey } from '../../state/findingSteps';
import { labelOf } from '../../state/labels';
import { sectionKeyOf } from '../../../shared/checks/view';
import type { Assessment } from '../../../shared/assessment/types';

/** Which findings are listed: open ones of all or one severity, those accepted, or the rules that could not be judged. */
export type Filter = 'all' | Severity | 'accepted' | 'notChecked';

interface ChecksViewState {
  readonly filter: Filter;
  /** Key of a section; all where absent. */
  readonly section?: string | undefined;
  readonly query: string;
  /** Key of the finding that is unfolded. */
  readonly chosen?: string | undefined;
  /** Keys of findings whose reason is being written. */
  readonly accepting?: string | undefined;
}

export const useChecksView = create<ChecksViewState>(() => ({ filter: 'all', query: '' }));

export function look(patch: Partial<ChecksViewState>): void {
  useChecksView.setState(patch);
}

export function sentenceOf({ finding: { rule, params } }: JudgedFinding): string {
  return messageOf('checks', { code: `rules.${rule}`, params });
}

/** The findings that the filter, the section and the searched words let through, in the order of the paper. */
export function shownFindings(
  judged: readonly JudgedFinding[],
  { filter, section, query }: Pick<ChecksViewState, 'filter' | 'section' | 'query'>,
  assessment: Assessment,
): readonly JudgedFinding[] {
  const words = query.trim().toLowerCase();
  return judged.filter(
    (one) =>
      fits(one, filter) &&
      (section === undefined || sectionKeyOf(one.finding.path) === section) &&
      (words === '' || searched(one, assessment).includes(words)),
  );
}

export function fits({ finding, acceptance }: JudgedFinding, filter: Filter): boolean {
  if (filter === 'accepted') return acceptance !== undefined;
  if (acceptance) return false;
  return filter === 'all' || finding.severity === filter;
}

function searched(one: JudgedFinding, assessment: Assessment): string {
  const { short, headings } = labelOf(assessment, one.finding.path);
  return [sentenceOf(one), short, headings, one.acceptance?.reason ?? ''].join('\n').toLowerCase();
}

/** Chooses the next or previous of the listed findings; round at the ends. */
export function stepChosen(shown: readonly JudgedFinding[], by: 1 | -1): void {
  if (shown.length === 0) return;
  const { chosen } = useChecksView.getState();
  const at = shown.findIndex(({ finding }) => findingKey(finding) === chosen);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  const one = shown[next];
  if (one) choose(findingKey(one.finding));
}

/** Unfolds a finding and gives it the focus. */
export function choose(key: string): void {
  look({ chosen: key, accepting: undefined });
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  });
}
