import i18next from 'i18next';
import { create } from 'zustand';
import type { KnowledgeInUse } from '../../shared/commands/checks';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { showToast } from './toasts';

/** 知識データ in use on this PC; undefined until the shell has answered. */
export const useKnowledge = create<{ readonly inUse?: KnowledgeInUse | undefined }>(() => ({}));

/** Asks the shell once. */
export async function loadKnowledge(): Promise<void> {
  if (useKnowledge.getState().inUse) return;
  const answer = await shell.commands['knowledge.get']();
  if (answer.ok) useKnowledge.setState({ inUse: answer.value });
}

export async function importKnowledge(): Promise<void> {
  const inUse = await valueOrReport(shell.commands['knowledge.import']());
  if (!inUse) return;
  useKnowledge.setState({ inUse });
  showToast(i18next.t('settings:knowledgeDone', { date: inUse.date }), { tone: 'good' });
}

export async function resetKnowledge(): Promise<void> {
  const inUse = await valueOrReport(shell.commands['knowledge.reset']());
  if (inUse) useKnowledge.setState({ inUse });
}
