import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useBatch, write } from './state';

/** Names shown; of more only their number. */
const MOST = 8;

/** Files of the same name are there: nothing is written over without this answer. */
export function PresentDialog({ present }: { readonly present: readonly string[] }) {
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
          <Button look="danger" onPress={() => void write(true)}>
            {t('present.overwrite', { count })}
          </Button>
          <Button look="primary" autoFocus onPress={() => void write(false)}>
            {t('present.keep')}
          </Button>
        </>
      }
    >
      <p>{t('present.help', { count })}</p>
      <ul className="batch-names">
        {present.slice(0, MOST).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > MOST ? <li className="muted">{t('present.more', { count: count - MOST })}</li> : null}
      </ul>
    </Dialog>
  );
}
