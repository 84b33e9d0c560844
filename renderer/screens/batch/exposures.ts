import i18next from 'i18next';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { addWithholdings, type Withholding } from '../../state/comments';
import { useDocument } from '../../state/document';
import { fileNameOf } from '../../state/fileNames';
import { showToast } from '../../state/toasts';
import type { FolderDocument } from '../../../shared/commands/publish';
import type { Exposure } from '../../../shared/publish/variants/exposures';
import { exposureKey } from '../../components/publish/ExposureList';

/** A document whose public copy would still show withheld words. */
export interface ExposedDocument {
  readonly path: string;
  /** 評価書名; '' where it has none. */
  readonly name: string;
  readonly exposures: readonly Exposure[];
}

/** Of the chosen documents, in the order of the list. */
export function exposedDocuments(
  documents: readonly FolderDocument[],
  chosen: ReadonlySet<string>,
): readonly ExposedDocument[] {
  return documents.flatMap((document) => {
    if (document.kind !== 'document' || !chosen.has(document.path)) return [];
    const { path, cover, exposures } = document;
    return exposures.length > 0 ? [{ path, name: cover.name, exposures }] : [];
  });
}

/** Keys of the places of all documents. */
export function allKeys(documents: readonly ExposedDocument[]): ReadonlySet<string> {
  return new Set(documents.flatMap(({ path, exposures }) => exposures.map((one) => batchKey(path, one))));
}

/** What distinguishes two exposures of a batch apart. */
export function batchKey(path: string, exposure: Exposure): string {
  return `${path}\n${exposureKey(exposure)}`;
}

/** Marks the chosen places in their documents. One that cannot be changed now is reported and stays as it is. */
export async function withholdInDocuments(
  documents: readonly ExposedDocument[],
  chosen: ReadonlySet<string>,
): Promise<void> {
  for (const { path, exposures } of documents) {
    const wanted = exposures.filter((exposure) => chosen.has(batchKey(path, exposure)));
    if (wanted.length > 0) await withholdInDocument(path, wanted);
  }
}

async function withholdInDocument(path: string, wanted: readonly Withholding[]): Promise<void> {
  if (useDocument.getState().view?.path === path) {
    await addWithholdings(wanted);
    return;
  }
  const view = await valueOrReport(shell.commands['document.open']({ path }));
  if (!view) return;
  const { session } = view;
  if (view.access.kind === 'edit') await addWithholdingsTo(session, wanted);
  else showToast(i18next.t('batch:exposed.readOnly', { name: fileNameOf(path) }), { tone: 'error' });
  await valueOrReport(shell.commands['document.close']({ session }));
}

async function addWithholdingsTo(session: string, wanted: readonly Withholding[]): Promise<void> {
  for (const { path, passage, reason } of wanted) {
    const comment = { text: reason, path, withhold: { passage } };
    await valueOrReport(shell.commands['document.comment']({ session, comment }));
  }
  await valueOrReport(shell.commands['document.save']({ session }));
}
