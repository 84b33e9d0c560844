import { search, type Hit } from '../../../../shared/assessment/search';
import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { changeTableOf } from '../../../../shared/forms/changeTable';
import { useDocument } from '../../../state/document';
import { focusItem, revealItem } from '../../../state/focus';
import { openSearch, useSidePanel } from '../../../state/sidePanel';
import { useSearch, type SearchQuery } from './state';

/** All places; while replacing, those of the table of 変更箇所 only where that is asked for. */
export function hitsIn(assessment: Assessment, searched: SearchQuery, replacing: boolean): readonly Hit[] {
  const { query, ignoreWidth, inHistory } = searched;
  const all = search(assessment, query, { ignoreWidth });
  if (!replacing || inHistory) return all;
  const table = changeTableOf(formOf(assessment.form, assessment.edition));
  return all.filter(({ path }) => !path.startsWith(`${table}[`));
}

/** Goes to the next (1) or previous (-1) place of what was searched last; round at the ends. */
function stepHit(by: 1 | -1): void {
  const hit = step(by);
  if (hit) focusHit(hit);
}

/** The same from within the search, where the focus stays: the next Enter must step on, not write over what was found. */
export function showHit(by: 1 | -1): void {
  const hit = step(by);
  if (hit) revealItem(hit.path, rangeOf(hit));
}

function step(by: 1 | -1): Hit | undefined {
  const { assessment } = useDocument.getState();
  if (!assessment) return undefined;
  const { at, ...searched } = useSearch.getState();
  const hits = hitsIn(assessment, searched, useSidePanel.getState().replacing);
  const to = at < 0 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length;
  const hit = hits[to];
  if (hit) useSearch.setState({ at: to });
  return hit;
}

export function focusHit(hit: Hit): void {
  focusItem(hit.path, rangeOf(hit));
}

const rangeOf = ({ from, to, within }: Hit) => (within === undefined ? { from, to } : undefined);

/** F3 and Shift+F3, also without the search in sight; without anything searched for, the search opens. */
export function stepToHit(by: 1 | -1): void {
  if (useSearch.getState().query === '') openSearch(false);
  else stepHit(by);
}
