import { carry } from '../forms/carry';
import type { Form } from '../forms/types';
import type { NewId } from './create';
import { documentOf, type Comment, type HyokaDocument, type LeftoverText } from './document';
import type { Assessment } from './types';

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
    unplaced: [...open, ...left.map(leftText)],
  };
}

/**
 * The document in another form or edition, as a new one: values and comments (also 公表しない) at the items that ask the
 * same, all else in its 未割当. `commentText`: a comment whose item the form does not have, in words.
 */
export function carriedDocument(
  document: HyokaDocument,
  form: Form,
  edge: {
    readonly newId: NewId;
    readonly at: number;
    readonly commentText: (comment: Comment) => string;
  },
): HyokaDocument {
  const { assessment, left, placeOf } = carry(document.assessment, form, edge.newId);
  const comments: Comment[] = [];
  const texts = left.map(leftText);
  for (const comment of document.comments) {
    const path = comment.path === undefined ? undefined : placeOf(comment.path);
    if (comment.path === undefined) comments.push(comment);
    else if (path !== undefined) comments.push({ ...comment, path });
    else texts.push(edge.commentText(comment));
  }
  return {
    ...documentOf(assessment, edge.newId(), edge.at),
    attachments: document.attachments,
    comments,
    leftover: [...stillOpen(document), ...texts.map((text) => piece(text, edge.newId))],
  };
}

/** 未割当 text of the document goes along: nobody has decided about it. */
function stillOpen({ leftover }: HyokaDocument): readonly LeftoverText[] {
  return leftover.filter(({ state }) => state === 'open').map((left) => ({ ...left, where: {} }));
}

function piece(text: string, newId: NewId): LeftoverText {
  return { id: newId(), where: {}, text, state: 'open' };
}

function leftText({ label, text }: { readonly label: string; readonly text: string }): string {
  return `${label}\n${text}`;
}
