import type { HyokaDocument } from '../assessment/document';
import type { Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { dateNumber, parseDate } from '../japanese/wareki';
import type { DocumentState } from './gates';
import type { PreviousYear } from './types';
import { textOf, viewOf } from './view';

/** What 提出前チェック asks of a document besides its text; `undecided`: changes with ※ that nobody has decided. */
export function documentState(
  {
    review,
    leftover,
    comments,
    acceptances,
  }: Pick<HyokaDocument, 'review' | 'leftover' | 'comments' | 'acceptances'>,
  undecided: readonly Path[],
): DocumentState {
  return {
    toReview: review.filter(({ settled }) => !settled).map(({ path }) => path),
    unplaced: leftover.filter(({ state }) => state === 'open').length,
    undecided,
    withheld: comments.flatMap(({ path, withhold, resolved }) =>
      withhold && path !== undefined && !resolved ? [{ path, ...withhold }] : [],
    ),
    acceptances,
  };
}

/** Last year's edition as rules read it, with its 公表日 where that can be read. */
export function previousYear(assessment: Assessment): PreviousYear {
  const date = parseDate(textOf(viewOf(assessment), 'publishDate'));
  return { assessment, ...(date?.day === undefined ? {} : { publishedOn: dateNumber(date) }) };
}
