import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextInput } from '../../components/TextInput';
import { relativePath } from './DocumentTable';
import { afterGates, type BatchStep, useBatch } from './state';

/** 提出前チェック of several documents: nothing of those that stop is written without an answer. */
export function GatedDialog({ step }: { readonly step: Extract<BatchStep, { kind: 'gated' }> }) {
  const { t } = useTranslation(['checking', 'common']);
  const [sentence, setSentence] = useState('');
  const folder = useBatch((state) => state.folder);
  const back = () => useBatch.setState({ step: { kind: 'choose' } });
  return (
    <Dialog
      title={t('submission.batch.title')}
      onClose={back}
      wide
      actions={
        <>
          <Button onPress={back}>{t('common:back')}</Button>
          <Button onPress={() => void afterGates()}>{t('submission.batch.leave')}</Button>
          <Button
            variant="primary"
            disabled={sentence.trim() === ''}
            onPress={() => void afterGates(sentence.trim())}
          >
            {t('submission.batch.all')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('submission.batch.help')}</p>
        <ul className="checks-list">
          {step.documents.map(({ path, name, stopping }) => (
            <li key={path} className="checks-card">
              <p>
                <strong>{name || relativePath(folder, path)}</strong>
                {name ? <span className="muted small batch-line">{relativePath(folder, path)}</span> : null}
              </p>
              <p className="label">
                {stopping
                  .map(
                    ({ id, count }) => `${t(`submission.gate.${id}`)} ${t('submission.places', { count })}`,
                  )
                  .join('、')}
              </p>
            </li>
          ))}
        </ul>
        <TextInput
          label={t('submission.sentence')}
          help={t('submission.sentenceHelp')}
          value={sentence}
          onChange={setSentence}
        />
      </div>
    </Dialog>
  );
}
