import { useTranslation } from 'react-i18next';
import { clockText, dayText } from '../i18n/dates';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { hideBackups, useBackups } from '../state/backups';
import { openBackup } from '../state/opening';

/** The kept generations of a document, newest first. */
export function BackupsDialog() {
  const { t, i18n } = useTranslation('documents');
  const { path, backups } = useBackups();
  if (path === '') return null;
  const name = path.replace(/^.*[\\/]/, '');
  const close = <Button onPress={hideBackups}>{t('backups.close')}</Button>;
  return (
    <Dialog title={t('backups.which', { name })} actions={close} onClose={hideBackups}>
      <p>{backups.length === 0 ? t('backups.none') : t('backups.help')}</p>
      <ul className="plain-list">
        {backups.map(({ id, at, size }) => (
          <li key={id} className="line-up">
            <span className="grow">{timeOf(at, i18n.language)}</span>
            <span className="muted small">{t('backups.size', { size: Math.ceil(size / 1000) })}</span>
            <Button look="link" onPress={() => void openBackup(id)}>
              {t('backups.open')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function timeOf(at: number, language: string): string {
  return `${dayText(at, language)} ${clockText(at, language, 'medium')}`;
}
