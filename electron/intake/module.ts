import { basename } from 'node:path';
import { importAsRevision, convertDocument } from '../../shared/assessment/convertDocument';
import { importedDocument } from '../../shared/intake/imported';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { DocumentView, RevisionInfo } from '../../shared/commands/documents';
import type { Merged } from '../../shared/commands/intake';
import { formOf } from '../../shared/forms/catalog';
import type { FormId } from '../../shared/forms/types';
import { currentAuthor, documents } from '../documents/module';
import { storeHost } from '../store/host';
import { loadWhole } from '../store/load';
import { titleOf } from '../files/names';
import { conversionEdge } from '../office/conversion';
import { runForWindow } from '../jobs/running';
import { shellText } from '../locale';
import { readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { readInProcess, type ReadInput } from './readInProcess';
import { newId } from '../machine/newId';
import { isHyokaFile, type SourceRead } from './read';
import { choosePath } from '../window/fileDialogs';

/** Importing: sources read by a job, then made documents or revisions. */
export const intakeModule: ShellModule = {
  name: 'intake',
  start(shell) {
    shell.handle({
      'intake.choose': choose,
      'intake.import': ({ job, ...input }) => importFile(shell, job, input),
      'intake.merge': ({ job, session, path, name }) => mergeFile(shell, { job, session, path, name }),
      'intake.carry': ({ session, form, edition }) => convertOpenDocument(session, form, edition),
    });
  },
};

const EXTENSIONS = [
  'docx',
  'docm',
  'doc',
  'xlsx',
  'xlsm',
  'xls',
  'pdf',
  'html',
  'htm',
  'txt',
  'md',
  'tsv',
  'hyoka',
  'json',
];

async function choose(): Promise<string | null> {
  const { language } = readSettings();
  const filters = [
    { name: shellText(language, 'dialog.sources'), extensions: EXTENSIONS },
    { name: shellText(language, 'dialog.all'), extensions: ['*'] },
  ];
  return (await choosePath({ filters, properties: ['openFile'] })) ?? null;
}

async function importFile(shell: Shell, job: string, input: ReadInput): Promise<DocumentView> {
  const { path } = input;
  if (await isHyokaFile(path)) return documents().open(path);
  const read = await readJob(shell, job, input);
  return documents().create(documentFrom(read), titleFrom(path));
}

function readJob(shell: Shell, job: string, input: ReadInput): Promise<SourceRead> {
  return readInProcess(input, (asked) => runForWindow(shell, job, 'intake', asked));
}

/** The document of an import, with what was read as its first revision. */
function documentFrom({ recognition, original }: SourceRead): HyokaDocument {
  const at = Date.now();
  return importedDocument(recognition, { newId, documentId: newId(), at, original, author: currentAuthor() });
}

interface MergeRequest {
  readonly job: string;
  readonly session: string;
  readonly path: string;
  readonly name: string;
}

async function mergeFile(shell: Shell, { job, session, path, name }: MergeRequest): Promise<Merged> {
  const open = documents().session(session);
  const other = (await isHyokaFile(path))
    ? await loadWhole(storeHost(), path)
    : documentFrom(await readJob(shell, job, { path }));
  const { form, edition } = open.document.assessment;
  const { assessment, doubts, unplaced } = importAsRevision(other, formOf(form, edition), newId);
  for (const file of other.attachments) await open.change({ kind: 'attach', file });
  const revision: RevisionInfo = {
    id: newId(),
    kind: 'imported',
    name,
    at: Date.now(),
    author: currentAuthor(),
    ...noteOf(doubts, unplaced),
  };
  await open.change({ kind: 'revision', revision: { ...revision, assessment } });
  return { revision, doubts, unplaced: unplaced.length };
}

function noteOf(doubts: number, unplaced: readonly string[]): { readonly note?: string } {
  const { language } = readSettings();
  const lines = [
    ...(doubts > 0 ? [shellText(language, 'merge.doubts', { count: doubts })] : []),
    ...(unplaced.length > 0 ? [shellText(language, 'merge.unplaced', { count: unplaced.length })] : []),
    ...unplaced,
  ];
  return lines.length > 0 ? { note: lines.join('\n') } : {};
}

async function convertOpenDocument(session: string, form: FormId, edition: string): Promise<DocumentView> {
  const open = documents().session(session);
  const { path } = open;
  const document = await open.whole();
  const target = formOf(form, edition);
  const { language } = readSettings();
  const edge = { language, newId, at: Date.now(), author: currentAuthor() };
  const made = convertDocument(document, target, conversionEdge(document, edge));
  const what = document.assessment.form === form ? target.edition : target.name;
  return documents().create(made, `${titleOf(path)} ${what}`);
}

function titleFrom(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
