import { convertDocument } from '../assessment/convertDocument';
import type { ConversionContext } from '../assessment/convertRevisions';
import { type Comment, documentOf, type HyokaDocument, type Revision } from '../assessment/document';
import { itemIdOf, type Path } from '../assessment/path';
import type { ProgressRecord } from '../assessment/progress';
import { formOfAssessment } from '../assessment/roles';
import type { Assessment } from '../assessment/types';
import { leavesOf, outline } from '../assessment/walk';
import { indexOf } from '../forms/lookup';
import type { Form } from '../forms/types';
import { type YearlyItem, yearlyItems } from './yearly';

export interface RenewalContext extends ConversionContext {
  readonly commentText: (comment: Comment) => string;
  /** The day of the 点検, as 20261130. */
  readonly today: number;
  /** The same day, `2026-11-30`. */
  readonly day: string;
}

/** 今年度版 of an assessment, and what a person must know of how it was made. */
export interface Renewal {
  readonly document: HyokaDocument;
  /** Items of last year that stand in this year's edition. */
  readonly carried: number;
  /** Last year's texts for which the edition has no item; they stand in 未割当. */
  readonly unplaced: readonly { readonly heading?: string; readonly text: string }[];
  /** Items of this edition that last year's did not have. */
  readonly fresh: readonly Path[];
  /** What must be looked at each year. */
  readonly look: readonly YearlyItem[];
}

/**
 * Last year's document as the beginning of this year's: a new document in the edition of `form`, with last year's text as the
 * revision that the changes are compared with. What is new in the edition and what must be looked at each year is 要確認, so
 * that the work can be left and taken up again. The source stays as it is.
 */
export function renew(source: HyokaDocument, form: Form, edge: RenewalContext): Renewal {
  const isSame = source.assessment.form === form.id && source.assessment.edition === form.edition;
  const base = isSame ? copied(source, edge) : convertDocument(source, form, edge);
  const { assessment } = base;
  const fresh = isSame ? [] : freshItems(source.assessment, assessment);
  const look = yearlyItems(assessment, edge.today);
  const open = base.review.filter(({ settled }) => !settled);
  const marked = new Set(open.map(({ path }) => path));
  const added = [...fresh.map((path) => ({ path, reason: { code: 'newInEdition' } })), ...look];
  const marks = added
    .filter(({ path }) => !marked.has(path))
    .map((item) => ({ ...item, where: [], candidates: [] }));
  return {
    document: {
      ...base,
      revisions: withPrior(base.revisions, assessment, edge),
      review: [...open, ...distinct(marks)],
      progress: begun(source.progress, edge),
    },
    carried: Object.keys(assessment.values).length,
    unplaced: isSame ? [] : unplacedIn(source, base),
    fresh,
    look,
  };
}

/** The same edition: nothing moves. Findings that were accepted stay so as long as their text does. */
function copied(source: HyokaDocument, { newId, at }: RenewalContext): HyokaDocument {
  return {
    ...documentOf(source.assessment, newId(), at),
    revisions: source.revisions,
    comments: source.comments,
    attachments: source.attachments,
    ...(source.source ? { source: source.source } : {}),
    leftover: source.leftover.filter(({ state }) => state === 'open'),
    review: source.review,
    rounds: source.rounds,
    acceptances: source.acceptances,
    thresholds: source.thresholds,
  };
}

/** Changes are compared with the last revision that was imported, submitted or published: it must hold last year's text. */
function withPrior(
  revisions: readonly Revision[],
  assessment: Assessment,
  { newId, at, author, priorName }: RenewalContext,
): readonly Revision[] {
  const last = revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged');
  if (last && JSON.stringify(last.assessment) === JSON.stringify(assessment)) return revisions;
  return [...revisions, { id: newId(), kind: 'imported', name: priorName, at, author, assessment }];
}

/** The past stays known, as deadlines are reckoned from it; the new edition is 下書き. */
function begun(
  progress: readonly ProgressRecord[],
  { newId, at, author, day }: RenewalContext,
): readonly ProgressRecord[] {
  return progress.length === 0 ? [] : [...progress, { id: newId(), step: 'draft', day, author, at }];
}

function freshItems(before: Assessment, now: Assessment): readonly Path[] {
  const old = indexOf(formOfAssessment(before)).byId;
  return leavesOf(outline(formOfAssessment(now), now))
    .filter(({ item, path }) => !item.fixed && !old.has(itemIdOf(path)))
    .map(({ path }) => path);
}

function unplacedIn(source: HyokaDocument, made: HyokaDocument): Renewal['unplaced'] {
  const known = new Set(source.leftover.map(({ id }) => id));
  return made.leftover
    .filter(({ id }) => !known.has(id))
    .map(({ heading, text }) => ({ ...(heading === undefined ? {} : { heading }), text }));
}

/** A document has one mark an item. */
function distinct<T extends { readonly path: Path }>(marks: readonly T[]): readonly T[] {
  return [...new Map(marks.map((mark) => [mark.path, mark])).values()];
}
