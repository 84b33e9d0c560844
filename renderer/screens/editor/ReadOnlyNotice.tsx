import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import { Button } from '../../components/Button';
import { useDocumentView } from '../../state/document';
import { fileNameOf } from '../../state/fileNames';
import { followLock, saveAs, takeOverLock } from '../../state/saving';

const LOCK_ACTIONS = { staleLock: 'readOnly.takeOver', free: 'readOnly.begin' } as const;

/** Why this document can only be read, who has it, and what can be done. */
export function ReadOnlyNotice() {
  const { t, i18n } = useTranslation('editor');
  const { access, session, path } = useDocumentView();
  useEffect(() => followLock(session), [session]);
  if (access.kind === 'edit') return null;
  const { holder, why } = access;
  const since = holder ? momentText(holder.since, i18n.language) : '';
  const who = [holder?.department, holder?.user].filter(Boolean).join(' ');
  return (
    <div className="notice-bar" role="status">
      <span className="grow">
        {t(`readOnly.${why}`, {
          who: who || t('readOnly.somebody'),
          pc: holder?.pc ?? '',
          since,
          lock: `${fileNameOf(path)}.lock`,
        })}
      </span>
      {why === 'staleLock' || why === 'free' ? (
        <Button onPress={() => void takeOverLock()}>{t(LOCK_ACTIONS[why])}</Button>
      ) : null}
      <Button onPress={() => void saveAs()}>{t('readOnly.copy')}</Button>
    </div>
  );
}
