import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { TextInput } from '../../components/TextInput';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { mergeFile } from '../../state/intake';
import { say } from '../../state/toasts';

/** Another edition of the open assessment, kept as a revision to compare with. */
export function MergeCard() {
  const { t } = useTranslation('intake');
  const [name, setName] = useState('');
  const choose = async () => {
    const path = await ask(shell.commands['intake.choose']());
    if (path && (await mergeFile(path, name.trim())))
      say(t('merge.done', { name: name.trim() }), { tone: 'good' });
  };
  return (
    <section className="card stack" aria-labelledby="merge-title">
      <h2 id="merge-title">{t('merge.title')}</h2>
      <p className="muted label">{t('merge.help')}</p>
      <TextInput label={t('merge.name')} value={name} onChange={setName} placeholder={t('merge.example')} />
      <div className="line-up">
        <Button disabled={name.trim() === ''} onPress={() => void choose()}>
          {t('merge.choose')}
        </Button>
      </div>
    </section>
  );
}
