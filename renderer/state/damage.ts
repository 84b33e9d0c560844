import { create } from 'zustand';
import type { Backup } from '../../shared/commands/documents';
import type { DamageReport } from '../../shared/commands/rescue';
import type { CommandError, ErrorCode } from '../../shared/commands/result';
import { shell } from '../shell';

/** Why a document was not opened, where part of it may be whole. */
export type DamageCode = Extract<
  ErrorCode,
  'fileEmpty' | 'fileTruncated' | 'fileCorrupt' | 'fileForeign' | 'fileTooCostly'
>;

/** What is known of the content of the file. */
export type DamagedContent =
  | { readonly kind: 'inspecting' }
  | { readonly kind: 'found'; readonly report: DamageReport }
  | { readonly kind: 'failed'; readonly error: CommandError };

/** A file that could not be opened, while a person decides what to do. */
interface DamagedFile {
  readonly path: string;
  readonly code: DamageCode;
  readonly content: DamagedContent;
  /** Newest first; absent while they are being looked for. */
  readonly backups?: readonly Backup[];
}

export const useDamage = create<{ readonly file?: DamagedFile }>(() => ({}));

const CODES: ReadonlySet<string> = new Set<DamageCode>([
  'fileEmpty',
  'fileTruncated',
  'fileCorrupt',
  'fileForeign',
  'fileTooCostly',
]);

/** A file of another program that was chosen by mistake is not damaged: only the name of a document makes it one. */
export function isDamage(path: string, code: ErrorCode): code is DamageCode {
  return CODES.has(code) && (code !== 'fileForeign' || path.toLowerCase().endsWith('.hyoka'));
}

/** Shows what is whole of a file that cannot be opened, and its backups; both are looked for meanwhile. */
export function showDamage(path: string, code: DamageCode): void {
  const file: DamagedFile = { path, code, content: { kind: 'inspecting' } };
  useDamage.setState({ file });
  void inspect(path);
  void listBackups(path);
}

export function hideDamage(): void {
  useDamage.setState({}, true);
}

async function inspect(path: string): Promise<void> {
  const answer = await shell.commands['rescue.inspect']({ path });
  const content: DamagedContent = answer.ok
    ? { kind: 'found', report: answer.value }
    : { kind: 'failed', error: answer.error };
  updateFile(path, { content });
}

async function listBackups(path: string): Promise<void> {
  const answer = await shell.commands['document.backups']({ path });
  updateFile(path, { backups: answer.ok ? answer.value : [] });
}

/** Another file may be shown by now. */
function updateFile(path: string, patch: Partial<DamagedFile>): void {
  useDamage.setState(({ file }) => (file?.path === path ? { file: { ...file, ...patch } } : {}));
}
