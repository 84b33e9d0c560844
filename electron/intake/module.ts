import { basename } from 'node:path';
import { dialog } from 'electron';
import { importAsRevision, convertDocument } from '../../shared/assessment/convertDocument';
import type { UnplacedText } from '../../shared/assessment/convertRevisions';
import { importedDocument } from '../../shared/intake/imported';
import type { HyokaDocument } from '../../shared/assessment/document';
import { toOrdinals } from '../../shared/assessment/ordinals';
import type { DocumentView, RevisionInfo } from '../../shared/commands/documents';
import type { Merged } from '../../shared/commands/intake';
import { formOf } from '../../shared/forms/catalog';
import { labelPath } from '../../shared/forms/label';
import type { FormId } from '../../shared/forms/types';
import { currentAuthor, documents } from '../documents/module';
import { storeHost } from '../store/host';
import { loadWhole } from '../store/load';
import { titleOf } from '../files/names';
import { runForWindow } from '../jobs/running';
import { shellText, type Language } from '../locale';
import { readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { mainWindow } from '../window/main-window';
import { readInProcess, type ReadInput } from './readInProcess';
import { newId } from './newId';
import { isHyokaFile, type SourceRead } from './read';

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
  const window = mainWindow();
  const options = { filters, properties: ['openFile' as const] };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0] ?? null;
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
  const from = formOf(document.assessment.form, document.assessment.edition);
  const { language } = readSettings();
  const made = convertDocument(document, target, {
    newId,
    at: Date.now(),
    author: currentAuthor(),
    priorName: shellText(language, 'merge.prior', { form: from.name, edition: from.edition }),
    unplacedNote: (unplaced) => unplacedNote(unplaced, language),
    commentText: ({ path: at = '', text, author }) => {
      const item = labelPath(from, toOrdinals(document.assessment, at)) ?? at;
      return shellText(language, 'merge.comment', { item, text, author: author.name });
    },
  });
  const what = document.assessment.form === form ? target.edition : target.name;
  return documents().create(made, `${titleOf(path)} ${what}`);
}

/** How many texts of a revision have no item in the new form, and those of them that stand nowhere else. */
function unplacedNote(unplaced: readonly UnplacedText[], language: Language): string {
  const only = unplaced.filter(({ alsoNow }) => !alsoNow);
  const same = unplaced.length - only.length;
  return [
    shellText(language, 'merge.noItem', { count: unplaced.length }),
    ...(same > 0 ? [shellText(language, 'merge.noItemSame', { count: same })] : []),
    ...only.map(({ label, text }) => `【${label}】\n${text}`),
  ].join('\n');
}

function titleFrom(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
