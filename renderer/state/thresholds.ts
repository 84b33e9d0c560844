import i18next from 'i18next';
import type { ThresholdRecord } from '../../shared/assessment/thresholdRecord';
import { formOf } from '../../shared/forms/catalog';
import { writeThreshold } from '../../shared/threshold/items';
import { dutyOf, type Duty, type ThresholdFacts } from '../../shared/threshold/threshold';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { dispatchEdit, allEditsSent, undo, updateView, useDocument } from './document';
import { recordOf, type ThresholdDraft } from './thresholdDraft';
import { showToast } from './toasts';

/** The answers that were kept last. */
export function latestThreshold(records: readonly ThresholdRecord[]): ThresholdRecord | undefined {
  return records.at(-1);
}

/** Writes the result into the items of the form as one step, and keeps the counted numbers beside it. */
export async function applyThreshold(
  draft: ThresholdDraft,
  facts: ThresholdFacts,
  performed: Duty,
): Promise<void> {
  const { view, assessment } = useDocument.getState();
  if (!view || !assessment || view.access.kind !== 'edit') return;
  const record = recordOf(draft, facts, dutyOf(facts), performed);
  const { peopleCounted, handlersCounted, assessedOn } = record;
  const { edit, withoutOption } = writeThreshold(formOf(assessment.form, assessment.edition), assessment, {
    facts,
    performed,
    ...(peopleCounted === undefined ? {} : { peopleCounted }),
    ...(handlersCounted === undefined ? {} : { handlersCounted }),
    ...(assessedOn === undefined ? {} : { assessedOn }),
  });
  if (edit) dispatchEdit(edit, 'threshold');
  const kept = await keep(record);
  if (!kept) return;
  const text = i18next.t(
    withoutOption.length > 0 ? 'threshold:screen.writtenPart' : 'threshold:screen.written',
  );
  const run = () => void (edit ? undo() : Promise.resolve()).then(() => remove(kept));
  showToast(text, { tone: 'good', action: { label: i18next.t('undo'), run } });
}

async function keep(
  record: Omit<ThresholdRecord, 'id' | 'author' | 'at'>,
): Promise<ThresholdRecord | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await allEditsSent();
  const threshold = {
    ...record,
    peopleParts: [...record.peopleParts],
    handlersParts: [...record.handlersParts],
  };
  const kept = await valueOrReport(shell.commands['document.keepThreshold']({ session, threshold }));
  if (kept) withThresholds(session, (all) => [...all, kept]);
  return kept;
}

async function remove({ id }: ThresholdRecord): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await valueOrReport(shell.commands['document.removeThreshold']({ session, id }));
  withThresholds(session, (all) => all.filter((other) => other.id !== id));
}

function withThresholds(
  session: string,
  changed: (all: readonly ThresholdRecord[]) => readonly ThresholdRecord[],
): void {
  const { view } = useDocument.getState();
  if (view?.session === session) updateView(session, { thresholds: changed(view.thresholds) });
}
