import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useBatch, write } from './state';

/** Names shown; of more only their number. */
const MAX_LISTED = 8;

/** Files of the same name are there: nothing is written over without this answer. */
export function ExistingFilesDialog({ present }: { readonly present: readonly string[] }) {
  const { t } = useTranslation(['batch', 'common']);
  const back = () => useBatch.setState({ step: { kind: 'choose' } });
  const count = present.length;
  return (
    <Dialog
      title={t('present.title')}
      onClose={back}
      wide
      actions={
        <>
          <Button onPress={back}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void write(true)}>
            {t('present.overwrite', { count })}
          </Button>
          <Button variant="primary" autoFocus onPress={() => void write(false)}>
            {t('present.keep')}
          </Button>
        </>
      }
    >
      <p>{t('present.help', { count })}</p>
      <ul className="batch-names">
        {present.slice(0, MAX_LISTED).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > MAX_LISTED ? (
          <li className="muted">{t('present.more', { count: count - MAX_LISTED })}</li>
        ) : null}
      </ul>
    </Dialog>
  );
}
