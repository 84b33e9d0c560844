import i18next from 'i18next';
import type { Comment } from '../../shared/assessment/document';
import type { Path } from '../../shared/assessment/path';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { updateView, useDocument } from './document';
import { showToast } from './toasts';

/** Adds a remark on an item (on the document where there is no path), or an answer to one. */
export async function addComment(text: string, path?: Path, replyTo?: string): Promise<void> {
  await saveComment({ text, ...(path ? { path } : {}), ...(replyTo ? { replyTo } : {}) });
}

/** Asks that the published copy leaves out a passage of an item, or the whole item where there is no passage. */
export async function addWithholding(reason: string, path: Path, passage?: string): Promise<void> {
  await saveComment({ text: reason, path, withhold: passage ? { passage } : {} });
}

/** Words to withhold in an item, for the reason for which they are withheld elsewhere. */
export interface Withholding {
  readonly path: Path;
  readonly passage: string;
  readonly reason: string;
}

/** Several at once; the comments that were added. */
export async function addWithholdings(wanted: readonly Withholding[]): Promise<readonly Comment[]> {
  const kept: Comment[] = [];
  for (const { path, passage, reason } of wanted) {
    const comment = await saveComment({ text: reason, path, withhold: { passage } });
    if (comment) kept.push(comment);
  }
  return kept;
}

/** Removes comments that were added by one step. */
export async function removeAddedComments(comments: readonly Comment[]): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  for (const { id } of comments) {
    await valueOrReport(shell.commands['document.removeComment']({ session, id }));
    updateComments((all) => all.filter((comment) => comment.id !== id));
  }
}

/** Marks a remark as settled, or as open again. */
export async function resolveComment(comment: Comment, resolved: boolean): Promise<void> {
  await saveComment({ id: comment.id, ...contentOf(comment), resolved });
}

/** Removes a remark; the message offers to put it back. */
export async function removeComment(comment: Comment): Promise<void> {
  const view = useDocument.getState().view;
  if (!view) return;
  await valueOrReport(shell.commands['document.removeComment']({ session: view.session, id: comment.id }));
  updateComments((comments) => comments.filter(({ id }) => id !== comment.id));
  const run = () => void saveComment(contentOf(comment));
  showToast(i18next.t('removed', { name: i18next.t('comment') }), {
    action: { label: i18next.t('undo'), run },
  });
}

function contentOf({ text, path, replyTo, withhold }: Comment): NewComment {
  return {
    text,
    ...(path ? { path } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(withhold ? { withhold } : {}),
  };
}

type NewComment = Parameters<(typeof shell.commands)['document.comment']>[0]['comment'];

async function saveComment(comment: NewComment): Promise<Comment | undefined> {
  const session = useDocument.getState().view?.session;
  const kept = session
    ? await valueOrReport(shell.commands['document.comment']({ session, comment }))
    : undefined;
  if (!kept) return undefined;
  updateComments((comments) => [...comments.filter(({ id }) => id !== kept.id), kept]);
  return kept;
}

function updateComments(change: (comments: readonly Comment[]) => readonly Comment[]): void {
  const view = useDocument.getState().view;
  if (view) updateView(view.session, { comments: change(view.comments) });
}
