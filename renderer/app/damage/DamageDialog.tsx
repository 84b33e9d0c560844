import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { showSideTab } from '../../state/sidePanel';
import { hideDamage, useDamage } from '../../state/damage';
import { fileNameOf } from '../../state/fileNames';
import { rescueFile } from '../../state/opening';
import { DamageBackups } from './DamageBackups';
import { DamageContent } from './DamageContent';

/** A file that cannot be opened: what of it is whole, its backups, and recovering what is whole. */
export function DamageDialog() {
  const { t } = useTranslation('documents');
  const file = useDamage((state) => state.file);
  const [isRescuing, setRescuing] = useState(false);
  if (!file) return null;
  const { path, code, content, backups } = file;
  const rescue = () => {
    setRescuing(true);
    void rescueFile(path)
      .then((isRescued) => isRescued && showSideTab('comments'))
      .finally(() => setRescuing(false));
  };
  const actions = (
    <>
      <Button onPress={hideDamage}>{t('backups.close')}</Button>
      {content.kind === 'found' ? (
        <Button variant="primary" disabled={isRescuing} onPress={rescue}>
          {t(isRescuing ? 'damage.rescuing' : 'damage.rescue')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog
      title={t('damage.title', { name: fileNameOf(path) })}
      actions={actions}
      onClose={hideDamage}
      role="alertdialog"
    >
      <p>
        {t(`damage.what.${code}`)}
        {t('damage.untouched')}
      </p>
      <DamageContent content={content} />
      <DamageBackups path={path} backups={backups} />
    </Dialog>
  );
}
