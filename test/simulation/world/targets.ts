import { BACKUP_FOLDER } from '../../../electron/files/backups';
import { EXTENSION } from '../../../electron/files/names';

/** What a file is for. `list`: the changes of a journal; `base`: its copy of the document; `kept`: its other files. */
export type CallTarget =
  'document' | 'temporary' | 'backup' | 'lock' | 'list' | 'base' | 'kept' | 'folder' | 'any';

export function isTarget(path: string, wanted: CallTarget): boolean {
  return wanted === 'any' || targetOf(path) === wanted;
}

function targetOf(path: string): Exclude<CallTarget, 'any'> {
  if (path.includes('/data/journal/')) return ofJournal(path);
  if (path.endsWith('.lock')) return 'lock';
  if (path.includes(`/${BACKUP_FOLDER}/`) || path.includes('/data/backups/')) return 'backup';
  if (path.endsWith('.tmp')) return 'temporary';
  return path.endsWith(EXTENSION) ? 'document' : 'folder';
}

function ofJournal(path: string): 'list' | 'base' | 'kept' {
  if (path.endsWith('.log')) return 'list';
  return path.includes('/base-') ? 'base' : 'kept';
}
