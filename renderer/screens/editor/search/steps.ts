import { search, type Hit } from '../../../../shared/assessment/search';
import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { changeTableOf } from '../../../../shared/forms/lookup';
import { useDocument } from '../../../state/document';
import { reveal } from '../../../state/focus';
import { openSearch, useSide } from '../side/state';
import { useSearch, type Searched } from './state';

/** All places; while replacing, those of the table of 変更箇所 only where that is asked for. */
export function hitsIn(assessment: Assessment, searched: Searched, replacing: boolean): readonly Hit[] {
  const { query, ignoreWidth, inHistory } = searched;
  const all = search(assessment, query, { ignoreWidth });
  if (!replacing || inHistory) return all;
  const table = changeTableOf(formOf(assessment.form, assessment.edition));
  return all.filter(({ path }) => !path.startsWith(`${table}[`));
}

/** Goes to the next (1) or previous (-1) place of what was searched last; round at the ends. */
export function stepHit(by: 1 | -1): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const { at, ...searched } = useSearch.getState();
  const hits = hitsIn(assessment, searched, useSide.getState().replacing);
  const to = at < 0 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length;
  const hit = hits[to];
  if (!hit) return;
  useSearch.setState({ at: to });
  goTo(hit);
}

export function goTo({ path, from, to, within }: Hit): void {
  reveal(path, within === undefined ? { from, to } : undefined);
}

/** F3 and Shift+F3, while the editor is shown, also without the search in sight. Returns the function that stops it. */
export function listenForHitSteps(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F3' || event.isComposing || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    if (useSearch.getState().query === '') openSearch(false);
    else stepHit(event.shiftKey ? -1 : 1);
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
