import i18next from 'i18next';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { newId } from '../../state/newId';
import { say } from '../../state/toasts';
import { below } from './DocumentTable';
import { saved, useBatch } from './state';

/** Writes 評価書台帳 of the listed folder to where the files go, and says its name. */
export async function writeLedger(): Promise<void> {
  await saved();
  const { folder, subfolders, target, encoding } = useBatch.getState();
  const order = { job: newId(), folder, subfolders, target, encoding };
  const written = await ask(shell.commands['publish.ledger'](order));
  if (!written) return;
  const name = below(target, written.path);
  say(i18next.t('batch:ledger.written', { name }), {
    tone: 'good',
    action: {
      label: i18next.t('batch:report.openFolder'),
      run: () => void ask(shell.commands['publish.openFolder']({ folder: target })),
    },
  });
  if (written.lost.length > 0)
    say(i18next.t('batch:ledger.lost', { characters: written.lost.join('') }), { tone: 'warn' });
}
