import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useReadOnly } from '../../state/document';
import { useIntake } from '../../state/intake';
import { addFromFile, keepRevision } from './revisions';

/** Nothing to compare with yet: what to do first. */
export function NoEdition() {
  const { t } = useTranslation('compare');
  const readOnly = useReadOnly();
  const reading = useIntake((state) => state.running !== undefined);
  return (
    <EmptyState
      title={t('empty.title')}
      actions={
        readOnly ? null : (
          <>
            <Button variant="primary" disabled={reading} onPress={() => void addFromFile()}>
              {t('revisions.fromFile')}
            </Button>
            <Button onPress={() => void keepRevision()}>{t('empty.keep')}</Button>
          </>
        )
      }
    >
      {t('empty.help')}
    </EmptyState>
  );
}
