import { create } from 'zustand';
import type { Backup } from '../../shared/commands/documents';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';

/** The backups of one file while their dialog is open. */
interface BackupList {
  /** Path of the document; empty while the dialog is closed. */
  readonly path: string;
  readonly backups: readonly Backup[];
}

const NOTHING: BackupList = { path: '', backups: [] };

export const useBackups = create<BackupList>(() => NOTHING);

/** Opens the dialog with the backups of a file, which may be one that cannot be opened. */
export async function showBackups(path: string): Promise<void> {
  const backups = await valueOrReport(shell.commands['document.backups']({ path }));
  if (backups) useBackups.setState({ path, backups });
}

export function hideBackups(): void {
  useBackups.setState(NOTHING);
}
