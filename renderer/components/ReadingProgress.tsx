import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { ProgressBar } from './ProgressBar';
import { cancelReading, type ReadingJob } from '../state/intake';

/** A file being read: which, how far, and the way to stop it. */
export function ReadingProgress({ running }: { readonly running: ReadingJob }) {
  const { t } = useTranslation(['intake', 'common']);
  const { done = 0, total = null } = running.progress ?? {};
  return (
    <>
      <strong>{t('start.reading', { name: running.name })}</strong>
      <ProgressBar
        label={total === null ? t('start.begin') : t('start.pages', { done, total })}
        {...(total === null ? {} : { done: done / Math.max(1, total) })}
      />
      <div className="line-up">
        <Button onPress={cancelReading}>{t('common:cancel')}</Button>
      </div>
    </>
  );
}
