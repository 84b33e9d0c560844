import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import type { Merged } from '../../../shared/commands/intake';
import { Button } from '../../components/Button';
import { TextInput } from '../../components/TextInput';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { fileNameOf } from '../../state/fileNames';
import { mergeFile, showFailure, reportMerged } from '../../state/intake';
import { openScreen } from '../../state/navigation';

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
  const path = await valueOrReport(shell.commands['intake.choose']());
  const answer = path ? await mergeFile(path, name || fileNameOf(path).replace(/\.[^.]+$/, '')) : undefined;
  if (answer?.ok) reportMerge(answer.value);
  else if (answer) showFailure(answer.error);
}

function reportMerge(merged: Merged): void {
  const action = { label: i18next.t('intake:merge.compare'), run: () => openScreen('compare') };
  reportMerged(merged, { action });
}
