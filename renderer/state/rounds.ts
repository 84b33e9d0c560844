import type { Round } from '../../shared/assessment/round';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { enqueue, updateView, useDocument } from './document';

/** Keeps what was decided about changes with the document: shown at once, handed over in order. */
export function keepRound(round: Round): void {
  const { view } = useDocument.getState();
  if (view?.access.kind !== 'edit') return;
  const { session } = view;
  updateView(session, { rounds: [...view.rounds.filter(({ id }) => id !== round.id), round] });
  void enqueue(() => valueOrReport(shell.commands['document.keepRound']({ session, round })));
}
