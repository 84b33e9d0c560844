import i18next from 'i18next';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { newId } from '../../state/newId';
import { showToast } from '../../state/toasts';
import { relativePath } from './DocumentTable';
import { saved, useBatch } from './state';

/** Writes 評価書台帳 of the listed folder to where the files go, and says its name. */
export async function writeLedger(): Promise<void> {
  await saved();
  const { folder, subfolders, target, encoding } = useBatch.getState();
  const order = { job: newId(), folder, subfolders, target, encoding };
  const written = await valueOrReport(shell.commands['publish.ledger'](order));
  if (!written) return;
  const name = relativePath(target, written.path);
  showToast(i18next.t('batch:ledger.written', { name }), {
    tone: 'good',
    action: {
      label: i18next.t('batch:report.openFolder'),
      run: () => void valueOrReport(shell.commands['publish.openFolder']({ folder: target })),
    },
  });
  if (written.lost.length > 0)
    showToast(i18next.t('batch:ledger.lost', { characters: written.lost.join('') }), { tone: 'warn' });
}
