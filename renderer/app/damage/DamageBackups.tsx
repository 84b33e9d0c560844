import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/commands/documents';
import { hideDamage } from '../../state/damage';
import { openBackup } from '../../state/opening';
import { BackupLines } from '../BackupLines';

/** The backups of a damaged file, newest first; where there are none, that is said. */
export function DamageBackups(props: {
  readonly path: string;
  readonly backups: readonly Backup[] | undefined;
}) {
  const { t } = useTranslation('documents');
  const id = useId();
  const { path, backups } = props;
  if (!backups) return null;
  const open = (backup: string) => {
    hideDamage();
    void openBackup(path, backup);
  };
  return (
    <section aria-labelledby={id} className="stack-tight">
      <h3 id={id}>{t('damage.backups')}</h3>
      <p>{t(backups.length > 0 ? 'damage.backupHelp' : 'damage.noBackups')}</p>
      <BackupLines backups={backups} onOpen={open} />
    </section>
  );
}
