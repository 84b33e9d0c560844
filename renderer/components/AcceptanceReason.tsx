import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { TextInput } from './TextInput';

/** Asks why something that the 点検 reports may stay as it is. An empty reason is not accepted. */
export function AcceptanceReason({
  isPrimary = false,
  onAccept,
  onCancel,
}: {
  readonly isPrimary?: boolean;
  readonly onAccept: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['checking', 'common']);
  const [text, setText] = useState('');
  const reason = text.trim();
  const accept = () => onAccept(reason);
  return (
    <>
      <TextInput
        label={t('accept.reason')}
        help={t('accept.help')}
        value={text}
        onChange={setText}
        onEnter={() => reason !== '' && accept()}
        autoFocus
      />
      <div className="line-up">
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button {...(isPrimary ? { variant: 'primary' } : {})} disabled={reason === ''} onPress={accept}>
          {t('act.accept')}
        </Button>
      </div>
    </>
  );
}
