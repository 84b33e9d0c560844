import { basename } from 'node:path';
import { dialog } from 'electron';
import { carry } from '../../shared/forms/carry';
import { importedDocument } from '../../shared/assessment/imported';
import { documentOf, type HyokaDocument } from '../../shared/assessment/document';
import type { DocumentView, RevisionInfo } from '../../shared/commands/documents';
import { formOf } from '../../shared/forms/catalog';
import type { FormId } from '../../shared/forms/types';
import { currentAuthor, documents } from '../documents/module';
import { sqlite } from '../database/format';
import { loadDocument } from '../documents/file';
import { titleOf } from '../files/names';
import { runForWindow } from '../jobs/running';
import { shellText } from '../locale';
import { readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { mainWindow } from '../window/main-window';
import { readApart } from './apart';
import { newId } from './newId';
import { isOurs, type SourceRead } from './read';

/** Importing: sources read by a job, then made documents or revisions. */
export const intakeModule: ShellModule = {
  name: 'intake',
  start(shell) {
    shell.handle({
      'intake.choose': choose,
      'intake.import': ({ job, path }) => importFile(shell, job, path),
      'intake.merge': ({ job, session, path, name }) => mergeFile(shell, { job, session, path, name }),
      'intake.carry': ({ session, form, edition }) => carryOver(session, form, edition),
    });
  },
};

const EXTENSIONS = [
  'docx',
  'docm',
  'xlsx',
  'xlsm',
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

async function importFile(shell: Shell, job: string, path: string): Promise<DocumentView> {
  if (await isOurs(path)) return documents().open(path);
  const read = await readJob(shell, job, path);
  return documents().create(documentFrom(read), titleFrom(path));
}

function readJob(shell: Shell, job: string, path: string): Promise<SourceRead> {
  return readApart(path, (input) => runForWindow(shell, job, 'intake', input));
}

/** The document of an import, with what was read as its first revision. */
function documentFrom({ recognition, original }: SourceRead): HyokaDocument {
  const at = Date.now();
  return importedDocument(recognition, { newId, documentId: newId(), at, original, author: currentAuthor() });
}

interface Merging {
  readonly job: string;
  readonly session: string;
  readonly path: string;
  readonly name: string;
}

async function mergeFile(shell: Shell, { job, session, path, name }: Merging): Promise<RevisionInfo> {
  const open = documents().session(session);
  const assessment = (await isOurs(path))
    ? (await loadDocument(await sqlite(), path)).document.assessment
    : documentFrom(await readJob(shell, job, path)).assessment;
  const { form, edition } = open.document.assessment;
  const same = assessment.form === form && assessment.edition === edition;
  const carried = same ? assessment : carry(assessment, formOf(form, edition), newId).assessment;
  const info: RevisionInfo = { id: newId(), kind: 'imported', name, at: Date.now(), author: currentAuthor() };
  await open.change({ kind: 'revision', revision: { ...info, assessment: carried } });
  return info;
}

async function carryOver(session: string, form: FormId, edition: string): Promise<DocumentView> {
  const { document, path } = documents().session(session);
  const target = formOf(form, edition);
  const carried = carry(document.assessment, target, newId);
  const made = documentOf(carried.assessment, newId(), Date.now());
  const leftover = carried.left.map(({ label, text }) => ({
    id: newId(),
    where: {},
    text: `${label}\n${text}`,
    state: 'open' as const,
  }));
  const attachments = document.attachments;
  return documents().create({ ...made, leftover, attachments }, `${titleOf(path)} ${target.name}`);
}

function titleFrom(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
