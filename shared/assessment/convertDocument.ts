import { convertAssessment } from './convertAssessment';
import { formOf } from '../forms/catalog';
import type { Form } from '../forms/types';
import { convertWithRevisions, type ConversionContext } from './convertRevisions';
import type { NewId } from './create';
import { documentOf, type Comment, type HyokaDocument, type LeftoverText, type ReviewMark } from './document';
import type { Path } from './path';
import type { Assessment } from './types';
import { requiredId } from '../forms/roles';
import { textWithRole } from './roles';

/** Another edition of the same 評価書, to be kept as a revision of an open document. */
export interface ImportedEdition {
  readonly assessment: Assessment;
  /** Items of it that its import was not sure of. */
  readonly doubts: number;
  /** Texts of it that are in no item: those of its import, and what the form of the open document does not ask. */
  readonly unplaced: readonly string[];
}

/** The other document in the form and edition of the open one. Nothing of it is left out: what fits no item is in `unplaced`. */
export function importAsRevision(other: HyokaDocument, form: Form, newId: NewId): ImportedEdition {
  const { assessment, unconverted } = convertAssessment(other.assessment, form, newId);
  const openTexts = other.leftover.filter(({ state }) => state === 'open').map(({ text }) => text);
  return {
    assessment,
    doubts: other.review.filter(({ settled }) => !settled).length,
    unplaced: [...openTexts, ...unconverted.map(({ label, text }) => `【${label}】\n${text}`)],
  };
}

/**
 * The document in another form or edition, as a new one: values, comments (also 公表しない) and what is to be checked at
 * the items that ask the same, all else in its 未割当; revisions, decisions and records of しきい値判断 are converted too; findings are accepted anew, as the rules are those of another form. A 評価書名 that names the old form stays as written, is to be
 * checked, and has the other name as a candidate. `commentText`: a comment whose item the form does not have, in words.
 */
export function convertDocument(
  document: HyokaDocument,
  form: Form,
  context: ConversionContext & { readonly commentText: (comment: Comment) => string },
): HyokaDocument {
  const { present, revisions, rounds } = convertWithRevisions(document, form, context);
  const { assessment, unconverted, targetOf } = present;
  const comments: Comment[] = [];
  const leftovers = unconverted.map(({ label, text }) => leftoverOf(context.newId, text, label));
  for (const comment of document.comments) {
    const path = comment.path === undefined ? undefined : targetOf(comment.path);
    if (comment.path === undefined) comments.push(comment);
    else if (path !== undefined) comments.push({ ...comment, path });
    else leftovers.push(leftoverOf(context.newId, context.commentText(comment)));
  }
  return {
    ...documentOf(assessment, context.newId(), context.at),
    attachments: document.attachments,
    comments,
    leftover: [...openLeftovers(document), ...leftovers],
    review: marksOf(document, form, targetOf),
    revisions,
    rounds,
    thresholds: document.thresholds,
  };
}

function marksOf(
  document: HyokaDocument,
  form: Form,
  targetOf: (path: Path) => Path | undefined,
): readonly ReviewMark[] {
  const title = titleMark(document.assessment, form);
  const others = marksIn(document, targetOf);
  return [...title, ...others.filter(({ path }) => title.every((mark) => mark.path !== path))];
}

/** Moves to the new form what nobody has looked at yet; candidates may be no answers there, and the source is not at hand. */
function marksIn(
  { review }: HyokaDocument,
  targetOf: (path: Path) => Path | undefined,
): readonly ReviewMark[] {
  return review.flatMap((mark) => {
    const path = mark.settled ? undefined : targetOf(mark.path);
    return path === undefined ? [] : [{ ...mark, path, where: [], candidates: [] }];
  });
}

/** 「重点項目評価書」 in the name of what is a 全項目評価書 now. */
function titleMark(assessment: Assessment, to: Form): readonly ReviewMark[] {
  const [title, formName] = [textWithRole(assessment, 'name'), formOf(assessment.form).name];
  if (assessment.form === to.id || !title.includes(formName)) return [];
  const reason = { code: 'formNameInTitle', params: { old: formName, name: to.name } };
  return [
    { path: requiredId(to, 'name'), reason, where: [], candidates: [title.replaceAll(formName, to.name)] },
  ];
}

/** 未割当 text of the document is kept: nobody has decided about it. */
function openLeftovers({ leftover }: HyokaDocument): readonly LeftoverText[] {
  return leftover.filter(({ state }) => state === 'open').map((left) => ({ ...left, where: {} }));
}

function leftoverOf(newId: NewId, text: string, heading?: string): LeftoverText {
  return { id: newId(), where: {}, ...(heading === undefined ? {} : { heading }), text, state: 'open' };
}
