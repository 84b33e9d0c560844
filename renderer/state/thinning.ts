import i18next from 'i18next';
import { create } from 'zustand';
import type { ThinPreview } from '../../shared/commands/thin';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { allEditsSent, useDocument } from './document';
import { showOpenedDocument } from './opening';
import { showToast } from './toasts';

/** Leaving out old history, while a person decides about it. */
interface Thinning {
  readonly session: string;
  /** Absent while it is being counted. */
  readonly preview?: ThinPreview;
  readonly isWriting?: boolean;
}

export const useThinning = create<{ readonly thinning?: Thinning }>(() => ({}));

/** Shows what leaving out old history of the open document would do. */
export async function previewThinning(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  useThinning.setState({ thinning: { session } });
  await allEditsSent();
  const preview = await valueOrReport(shell.commands['thin.preview']({ session }));
  if (preview) updateThinning(session, { preview });
  else hideThinning();
}

/** Writes the document with less history to a file that the person chooses, and goes on there. */
export async function writeThinned(): Promise<void> {
  const { thinning } = useThinning.getState();
  if (!thinning) return;
  const { session } = thinning;
  updateThinning(session, { isWriting: true });
  const answer = await shell.commands['thin.write']({ session });
  updateThinning(session, { isWriting: false });
  if (answer.ok && answer.value === null) return;
  hideThinning();
  const view = await valueOrReport(Promise.resolve(answer));
  if (!view) return;
  await showOpenedDocument(Promise.resolve({ ok: true, value: view }));
  showToast(i18next.t('documents:thin.done', { name: view.name }), { tone: 'good' });
}

export function hideThinning(): void {
  useThinning.setState({}, true);
}

function updateThinning(session: string, patch: Partial<Thinning>): void {
  useThinning.setState(({ thinning }) =>
    thinning?.session === session ? { thinning: { ...thinning, ...patch } } : {},
  );
}
