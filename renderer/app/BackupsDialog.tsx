import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { hideBackups, useBackups } from '../state/backups';
import { fileNameOf } from '../state/fileNames';
import { openBackup } from '../state/opening';
import { BackupLines } from './BackupLines';

/** The backups of a document, newest first. */
export function BackupsDialog() {
  const { t } = useTranslation('documents');
  const { path, backups } = useBackups();
  if (path === '') return null;
  const close = <Button onPress={hideBackups}>{t('backups.close')}</Button>;
  const open = (id: string) => {
    hideBackups();
    void openBackup(path, id);
  };
  return (
    <Dialog title={t('backups.which', { name: fileNameOf(path) })} actions={close} onClose={hideBackups}>
      <p>{backups.length === 0 ? t('backups.none') : t('backups.help')}</p>
      <BackupLines backups={backups} onOpen={open} />
    </Dialog>
  );
}
