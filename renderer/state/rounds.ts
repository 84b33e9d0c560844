import type { Round } from '../../shared/assessment/round';
import { shell } from '../shell';
import { ask } from './ask';
import { inOrder, update, useDocument } from './document';

/** Keeps what was decided about changes with the document: shown at once, handed over in order. */
export function keepRound(round: Round): void {
  const { view } = useDocument.getState();
  if (view?.access.kind !== 'edit') return;
  const { session } = view;
  update(session, { rounds: [...view.rounds.filter(({ id }) => id !== round.id), round] });
  void inOrder(() => ask(shell.commands['document.keepRound']({ session, round })));
}
