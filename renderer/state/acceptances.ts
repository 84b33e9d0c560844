import i18next from 'i18next';
import type { Acceptance, FindingIdentity } from '../../shared/assessment/acceptance';
import { acceptanceFor } from '../../shared/checks/judged';
import { gateIdentity, type Gate } from '../../shared/checks/gates';
import type { Finding } from '../../shared/checks/types';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { useChecks } from './checks';
import { allEditsSent, updateView, useDocument } from './document';
import { noteSideStep } from './sideSteps';
import { showToast } from './toasts';

type NewAcceptance = Omit<Acceptance, 'id' | 'author' | 'at'>;

/** 理由を付けて確認済み: accepts findings as they are now. */
export async function acceptFindings(findings: readonly Finding[], reason: string): Promise<void> {
  const { report } = useChecks.getState();
  if (!report) return;
  await acceptAs(findings.map((finding) => acceptanceFor(report.subject, finding, reason)));
}

/** Accepts a line of 提出前チェック as it is now. */
export async function acceptGate(gate: Gate, reason: string): Promise<void> {
  const { report } = useChecks.getState();
  if (!report) return;
  const identity: FindingIdentity = gateIdentity(report.subject, gate);
  await acceptAs([{ ...identity, words: '', reason }]);
}

async function acceptAs(wanted: readonly NewAcceptance[]): Promise<void> {
  let kept = await keep(wanted);
  if (kept.length === 0) return;
  const undo = () => remove(kept);
  const redo = async () => void (kept = await keep(wanted));
  await noteSideStep({ undo, redo });
  showToast(i18next.t('checking:accept.done', { count: kept.length }), {
    tone: 'good',
    action: { label: i18next.t('undo'), run: () => void undo() },
  });
}

/** Takes an acceptance back: the finding is open again. */
export async function revokeAcceptance(acceptance: Acceptance): Promise<void> {
  const { id: _id, author: _author, at: _at, ...wanted } = acceptance;
  let kept: readonly Acceptance[] = [acceptance];
  await remove(kept);
  await noteSideStep({
    undo: async () => void (kept = await keep([wanted])),
    redo: () => remove(kept),
  });
}

async function keep(wanted: readonly NewAcceptance[]): Promise<readonly Acceptance[]> {
  const session = useDocument.getState().view?.session;
  if (!session || wanted.length === 0) return [];
  await allEditsSent();
  const kept = await valueOrReport(shell.commands['document.accept']({ session, acceptances: [...wanted] }));
  if (kept) withAcceptances(session, (all) => [...all, ...kept]);
  return kept ?? [];
}

async function remove(acceptances: readonly Acceptance[]): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  for (const { id } of acceptances) {
    await valueOrReport(shell.commands['document.removeAcceptance']({ session, id }));
    withAcceptances(session, (all) => all.filter((other) => other.id !== id));
  }
}

function withAcceptances(
  session: string,
  change: (all: readonly Acceptance[]) => readonly Acceptance[],
): void {
  const { view } = useDocument.getState();
  if (view?.session === session) updateView(session, { acceptances: change(view.acceptances) });
}
