import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ProgressStep,
  type Publication,
  PUBLICATIONS,
  STEPS,
} from '../../../../shared/assessment/progress';
import type { OfficeRow } from '../../../../shared/commands/office';
import { dayOfDate, isoOf } from '../../../../shared/japanese/days';
import { parseDate, toWareki } from '../../../../shared/japanese/wareki';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { TextInput } from '../../../components/TextInput';
import { shell } from '../../../shell';
import { loadLedger } from '../../../state/office';
import { valueOrReport } from '../../../state/shellResult';

/** 状態を記録: the step that an assessment has reached, with its day. */
export function RecordDialog({ row, onClose }: { readonly row: OfficeRow; readonly onClose: () => void }) {
  const { t } = useTranslation(['ledger', 'common']);
  const [step, setStep] = useState<ProgressStep>('published');
  const [publication, setPublication] = useState<Publication>('amendment');
  const [date, setDate] = useState(todayText);
  const day = dayWritten(date);
  const keep = async () => {
    if (day === undefined) return;
    const record = { step, day, ...(step === 'published' ? { publication } : {}) };
    const answer = await valueOrReport(shell.commands['office.record']({ path: row.path, record }));
    if (answer === undefined) return;
    onClose();
    void loadLedger();
  };
  return (
    <Dialog
      title={t('record.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" disabled={day === undefined} onPress={() => void keep()}>
            {t('record.keep')}
          </Button>
        </>
      }
    >
      <p>{row.row.kind === 'document' ? row.row.facts.name || row.row.file : row.row.file}</p>
      <Select
        label={t('record.step')}
        options={STEPS.map((id) => ({
          id,
          label: id === 'reviewed' ? t('record.reviewed') : t(`state.${id}`),
        }))}
        chosen={step}
        onChoose={setStep}
      />
      {step === 'published' ? (
        <Select
          label={t('record.publication')}
          options={PUBLICATIONS.map((id) => ({ id, label: t(`record.${id}`) }))}
          chosen={publication}
          onChoose={setPublication}
        />
      ) : null}
      <TextInput
        label={t('record.day')}
        value={date}
        onChange={setDate}
        help={day === undefined ? t('record.dayUnreadable') : t('record.dayHelp')}
      />
    </Dialog>
  );
}

/** `2027-03-01` of a date in any of the usual forms; undefined where it is none, or a month only. */
function dayWritten(text: string): string | undefined {
  const date = parseDate(text);
  const day = date && dayOfDate(date);
  return day === undefined ? undefined : isoOf(day);
}

function todayText(): string {
  const now = new Date();
  return toWareki({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}
