import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ProgressBar } from '../../components/ProgressBar';
import { plannedFiles, type BatchStep, stopWriting, useBatch } from './state';

/** How far the batch is, and a way to stop it. */
export function Writing({ step }: { readonly step: Extract<BatchStep, { kind: 'write' }> }) {
  const { t } = useTranslation('batch');
  const documents = plannedFiles(useBatch());
  const total = documents.length;
  const now = documents[Math.min(step.done, total - 1)];
  const at = Math.min(step.done + 1, total);
  return (
    <section className="card stack page-narrow batch-writing" aria-labelledby="batch-writing">
      <h2 id="batch-writing">{t('writing.title')}</h2>
      <ProgressBar
        label={t('writing.step', { at, total, name: now?.name ?? '' })}
        done={step.done / Math.max(1, total)}
      />
      <p className="muted label">{t('writing.help')}</p>
      <div className="line-up">
        <Button disabled={step.stopping} autoFocus onPress={stopWriting}>
          {t('writing.stop')}
        </Button>
        {step.stopping ? <span className="muted label">{t('writing.stopping')}</span> : null}
      </div>
    </section>
  );
}
