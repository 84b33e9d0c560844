import { carry } from './convert';
import { formOf } from '../forms/catalog';
import type { Form } from '../forms/types';
import { convertPast, type ConversionEdge } from './convertRevisions';
import type { NewId } from './create';
import { documentOf, type Comment, type HyokaDocument, type LeftoverText, type ReviewMark } from './document';
import type { Path } from './path';
import type { Assessment } from './types';
import { requiredId } from '../forms/roles';
import { textWithRole } from './roles';

/** Another edition of the same 評価書, to be kept as a revision of an open document. */
export interface Brought {
  readonly assessment: Assessment;
  /** Items of it that its import was not sure of. */
  readonly doubts: number;
  /** Texts of it that stand in no item: those of its import, and what the form of the open document does not ask. */
  readonly unplaced: readonly string[];
}

/** The other document in the form and edition of the open one. Nothing of it is left out: what fits no item is told. */
export function brought(other: HyokaDocument, form: Form, newId: NewId): Brought {
  const { assessment, left } = carry(other.assessment, form, newId);
  const open = other.leftover.filter(({ state }) => state === 'open').map(({ text }) => text);
  return {
    assessment,
    doubts: other.review.filter(({ settled }) => !settled).length,
    unplaced: [...open, ...left.map(({ label, text }) => `【${label}】\n${text}`)],
  };
}

/**
 * The document in another form or edition, as a new one: values, comments (also 公表しない) and what is to be checked at
 * the items that ask the same, all else in its 未割当; revisions, decisions and records of しきい値判断 come along; findings are accepted anew, as the rules are those of another form. A 評価書名 that names the old form stays as written, is to be
 * checked, and has the other name as a candidate. `commentText`: a comment whose item the form does not have, in words.
 */
export function carriedDocument(
  document: HyokaDocument,
  form: Form,
  edge: ConversionEdge & { readonly commentText: (comment: Comment) => string },
): HyokaDocument {
  const { present, revisions, rounds } = convertPast(document, form, edge);
  const { assessment, left, placeOf } = present;
  const comments: Comment[] = [];
  const pieces = left.map(({ label, text }) => piece(edge.newId, text, label));
  for (const comment of document.comments) {
    const path = comment.path === undefined ? undefined : placeOf(comment.path);
    if (comment.path === undefined) comments.push(comment);
    else if (path !== undefined) comments.push({ ...comment, path });
    else pieces.push(piece(edge.newId, edge.commentText(comment)));
  }
  return {
    ...documentOf(assessment, edge.newId(), edge.at),
    attachments: document.attachments,
    comments,
    leftover: [...stillOpen(document), ...pieces],
    review: marksOf(document, form, placeOf),
    revisions,
    rounds,
    thresholds: document.thresholds,
  };
}

function marksOf(
  document: HyokaDocument,
  form: Form,
  placeOf: (path: Path) => Path | undefined,
): readonly ReviewMark[] {
  const title = titleMark(document.assessment, form);
  const others = marksIn(document, placeOf);
  return [...title, ...others.filter(({ path }) => title.every((mark) => mark.path !== path))];
}

/** Moves to the new form what nobody has looked at yet; candidates may be no answers there, and the source is not at hand. */
function marksIn(
  { review }: HyokaDocument,
  placeOf: (path: Path) => Path | undefined,
): readonly ReviewMark[] {
  return review.flatMap((mark) => {
    const path = mark.settled ? undefined : placeOf(mark.path);
    return path === undefined ? [] : [{ ...mark, path, where: [], candidates: [] }];
  });
}

/** 「重点項目評価書」 in the name of what is a 全項目評価書 now. */
function titleMark(assessment: Assessment, to: Form): readonly ReviewMark[] {
  const [title, old] = [textWithRole(assessment, 'name'), formOf(assessment.form).name];
  if (assessment.form === to.id || !title.includes(old)) return [];
  const reason = { code: 'formNameInTitle', params: { old, name: to.name } };
  return [{ path: requiredId(to, 'name'), reason, where: [], candidates: [title.replaceAll(old, to.name)] }];
}

/** 未割当 text of the document goes along: nobody has decided about it. */
function stillOpen({ leftover }: HyokaDocument): readonly LeftoverText[] {
  return leftover.filter(({ state }) => state === 'open').map((left) => ({ ...left, where: {} }));
}

function piece(newId: NewId, text: string, heading?: string): LeftoverText {
  return { id: newId(), where: {}, ...(heading === undefined ? {} : { heading }), text, state: 'open' };
}
