import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../shared/assessment/document';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Option } from '../../components/Option';
import { TextInput } from '../../components/TextInput';
import { setLeftoverState } from '../../state/leftover';

const REASONS = ['print', 'elsewhere', 'outdated', 'other'] as const;

/** Why texts of the source are not needed; the texts themselves stay in the document. */
export function SetAsideReason({
  pieces,
  onClose,
}: {
  readonly pieces: readonly LeftoverText[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['intake', 'common']);
  const [chosen, setChosen] = useState<(typeof REASONS)[number]>('print');
  const [words, setWords] = useState('');
  const reason = chosen === 'other' ? words.trim() : t(`drop.${chosen}`);
  const done = () => {
    void setAside(pieces, reason);
    onClose();
  };
  return (
    <Dialog
      title={t('drop.title', { count: pieces.length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" disabled={reason === ''} onPress={done}>
            {t('drop.done')}
          </Button>
        </>
      }
    >
      <p className="prewrap card piece-excerpt">{pieces.map(({ text }) => text).join('\n')}</p>
      <fieldset className="choices">
        <legend className="field-label">{t('drop.why')}</legend>
        {REASONS.map((id) => (
          <Option key={id} kind="radio" name="reason" chosen={chosen === id} onChange={() => setChosen(id)}>
            {t(`drop.${id}`)}
          </Option>
        ))}
      </fieldset>
      {chosen === 'other' ? (
        <TextInput label={t('drop.words')} value={words} onChange={setWords} autoFocus />
      ) : null}
    </Dialog>
  );
}

async function setAside(pieces: readonly LeftoverText[], reason: string): Promise<void> {
  for (const piece of pieces) await setLeftoverState(piece, 'unneeded', { reason });
}
