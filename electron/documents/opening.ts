import { workingDocument } from '../../shared/assessment/working';
import type { Access, DocumentNotice, LockHolder, ReadOnlyReason } from '../../shared/commands/documents';
import type { Failure } from '../../shared/commands/failure';
import { FORMAT_VERSION } from '../database/format';
import { removeLeftTemporaries } from '../files/atomicWrite';
import { DAMAGED, fileFailure } from '../files/faults';
import { exists } from '../files/folder';
import type { DocumentLock } from '../files/lock/lock';
import type { OpenedDocument } from '../database/contract';
import { guardDocument } from './access';
import { DocumentContent } from './content';
import type { DocumentEdges } from './edges';
import { EditedFile } from './editedFile';
import { recover, recoverApart, type RecoveryParts } from './recovery';
import { DocumentSession } from './session';

export interface OpeningParts extends RecoveryParts {
  readonly edges: DocumentEdges;
}

/** Opens a document for editing, or to look at where somebody else has it. Throws a `Failure`; nothing is locked then. */
export async function openForEditing(
  parts: OpeningParts,
  path: string,
  takeOver: boolean,
): Promise<DocumentSession> {
  if (!(await exists(parts.edges.machine.files, path))) return openApart(parts, path, notFound(path));
  const guarded = await guardDocument(parts, path, takeOver);
  if (guarded.kind === 'readOnly') return openToRead(parts, path, guarded.why, guarded.holder);
  try {
    return await edit(parts, path, guarded.lock, guarded);
  } catch (error) {
    await guarded.lock.release().catch(() => undefined);
    const failure = fileFailure(error, path);
    if (DAMAGED.includes(failure.code)) return openApart(parts, path, failure);
    throw failure;
  }
}

/** Throws a `Failure`. */
export async function openToRead(
  { host, edges }: Pick<OpeningParts, 'host' | 'edges'>,
  path: string,
  why: ReadOnlyReason,
  holder: LockHolder | null,
): Promise<DocumentSession> {
  const { opened, store } = await host.open(path);
  const content = new DocumentContent(host, store, { path, save: opened.stamp.save }, 0);
  const document = workingDocument(opened.document, opened.earlier);
  const access: Access = { kind: 'readOnly', why, holder };
  const facts = { document, content, access, notices: formatNotices(opened), changed: 0, saved: 0 };
  return new DocumentSession({ id: edges.newId(), path, ...facts }, edges);
}

/** The lock is ours: what others wrote before that is in the file, and no interrupted save of theirs can end any more. */
async function edit(
  parts: OpeningParts,
  path: string,
  lock: DocumentLock,
  before: { readonly notices: readonly DocumentNotice[]; readonly onSeen?: () => Promise<void> },
): Promise<DocumentSession> {
  const { edges, host, backups } = parts;
  const { machine } = edges;
  await removeLeftTemporaries(machine.files, path);
  const { opened, store } = await host.open(path);
  const owner = { token: lock.token, processId: machine.host.processId };
  const found = await recover(parts, path, { opened, store, owner });
  const { document, journal, changed, saved } = found;
  const onSeen = async () => {
    await before.onSeen?.();
    await found.onSeen();
  };
  const content = new DocumentContent(host, store, { path, save: opened.stamp.save }, saved);
  content.restore(found.missing, changed);
  const known = { ...opened, documentId: opened.document.id, isDurable: true };
  const file = new EditedFile(path, known, { edges, backups, lock, journal, content });
  const all = [...before.notices, ...formatNotices(opened), ...found.notices];
  const start = { path, document, content, access: EDIT, notices: all, file, changed, saved, onSeen };
  return new DocumentSession({ id: edges.newId(), ...start }, edges);
}

/** A file that is gone or damaged, of which this PC still has everything: that is opened as a file of its own. */
async function openApart(parts: OpeningParts, path: string, failure: Failure): Promise<DocumentSession> {
  const apart = await recoverApart(parts, path).catch(() => undefined);
  if (apart === undefined) throw failure;
  const guarded = await guardDocument(parts, apart.path, false);
  if (guarded.kind === 'readOnly') throw failure;
  const notice: DocumentNotice = { code: 'recoveredApart', params: { path: apart.path } };
  return edit(parts, apart.path, guarded.lock, { notices: [notice], onSeen: apart.onSeen });
}

function formatNotices({ version, hasDigests }: OpenedDocument): readonly DocumentNotice[] {
  if (version === FORMAT_VERSION) return hasDigests ? [] : [{ code: 'unverified', params: {} }];
  return [{ code: hasDigests ? 'olderFormat' : 'migrated', params: { version } }];
}

const EDIT: Access = { kind: 'edit' };

function notFound(path: string): Failure {
  return fileFailure(Object.assign(new Error('no such file'), { code: 'ENOENT' }), path);
}
