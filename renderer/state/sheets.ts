import i18next from 'i18next';
import { textOf, viewOf } from '../../shared/checks/view';
import type { Sheet } from '../../shared/publish/sheet';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { titleOf, useDocument } from './document';
import { showToast } from './toasts';

/** Writes a list for people where the person chooses, and offers to show the file. */
export async function writeSheet(
  sheet: Omit<Sheet, 'document' | 'agency'>,
  format: 'docx' | 'pdf' | 'csv',
): Promise<void> {
  const state = useDocument.getState();
  if (!state.view || !state.assessment) return;
  const whole = {
    ...sheet,
    lines: [...sheet.lines],
    groups: sheet.groups.map(({ title, columns, rows }) => ({
      title,
      columns: columns.map((column) => ({ ...column })),
      rows: rows.map((row) => [...row]),
    })),
    document: titleOf(state),
    agency: textOf(viewOf(state.assessment), 'agency'),
  };
  const written = await valueOrReport(
    shell.commands['checks.writeSheet']({ session: state.view.session, format, sheet: whole }),
  );
  if (!written) return;
  const run = () => void valueOrReport(shell.commands['publish.showFile']({ path: written.path }));
  showToast(i18next.t('checking:list.written'), {
    tone: 'good',
    action: { label: i18next.t('checking:list.show'), run },
  });
}
