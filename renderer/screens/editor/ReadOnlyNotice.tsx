import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import { Button } from '../../components/Button';
import { useDocumentView } from '../../state/document';
import { saveElsewhere, takeOver } from '../../state/saving';

/** Why this document can only be read, who has it, and what can be done. */
export function ReadOnlyNotice() {
  const { t, i18n } = useTranslation('editor');
  const { access } = useDocumentView();
  if (access.kind === 'edit') return null;
  const { holder, why } = access;
  const since = holder ? momentText(holder.since, i18n.language) : '';
  const who = [holder?.department, holder?.user].filter(Boolean).join(' ');
  return (
    <div className="notice-bar" role="status">
      <span className="grow">
        {t(`readOnly.${why}`, { who: who || t('readOnly.somebody'), pc: holder?.pc ?? '', since })}
      </span>
      {why === 'staleLock' ? <Button onPress={() => void takeOver()}>{t('readOnly.takeOver')}</Button> : null}
      <Button onPress={() => void saveElsewhere()}>{t('readOnly.copy')}</Button>
    </div>
  );
}
