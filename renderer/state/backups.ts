import { create } from 'zustand';
import type { Backup } from '../../shared/commands/documents';
import { shell } from '../shell';
import { ask } from './ask';

/** The generations of one file, while a person looks at them. */
interface BackupList {
  /** Of the document; empty: nothing is shown. */
  readonly path: string;
  readonly backups: readonly Backup[];
}

const NOTHING: BackupList = { path: '', backups: [] };

export const useBackups = create<BackupList>(() => NOTHING);

/** Shows the generations of a file, also of one that cannot be opened. */
export async function showBackups(path: string): Promise<void> {
  const backups = await ask(shell.commands['document.backups']({ path }));
  if (backups) useBackups.setState({ path, backups });
}

export function hideBackups(): void {
  useBackups.setState(NOTHING);
}
