import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import type { Merged } from '../../../shared/commands/intake';
import { Button } from '../../components/Button';
import { TextInput } from '../../components/TextInput';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { fileName, mergeFile, showFailure, tellMerged } from '../../state/intake';
import { goTo } from '../../state/view';

/** Another edition of the open assessment, kept as a revision to compare with. */
export function MergeCard() {
  const { t } = useTranslation('intake');
  const [name, setName] = useState('');
  return (
    <section className="card stack" aria-labelledby="merge-title">
      <h3 id="merge-title">{t('merge.title')}</h3>
      <p className="muted label">{t('merge.help')}</p>
      <TextInput label={t('merge.name')} value={name} onChange={setName} placeholder={t('merge.example')} />
      <div className="line-up">
        <Button onPress={() => void chooseAndMerge(name.trim())}>{t('merge.choose')}</Button>
      </div>
    </section>
  );
}

/** Without a name the revision is called as its file is. */
async function chooseAndMerge(name: string): Promise<void> {
  const path = await ask(shell.commands['intake.choose']());
  const answer = path ? await mergeFile(path, name || fileName(path).replace(/\.[^.]+$/, '')) : undefined;
  if (answer?.ok) tell(answer.value);
  else if (answer) showFailure(answer.error);
}

function tell(merged: Merged): void {
  const action = { label: i18next.t('intake:merge.compare'), run: () => goTo('compare') };
  tellMerged(merged, { action });
}
