import { stat } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { shell as system } from 'electron';
import type { WorkingDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { publishedName, safeName } from '../../shared/publish/fileNames';
import type { CsvEncoding, OutputFormat, Variant } from '../../shared/publish/formats';
import type { Handlers } from '../commands/handlers';
import { documents, workspaceFolder } from '../documents/module';
import { fileFailure } from '../files/faults';
import { exists } from '../files/folder';
import { realFileSystem } from '../machine/realFileSystem';
import { runForWindow } from '../jobs/running';
import { printOnPaper, printToPdf } from '../print/pdf';
import { readFolder, readSettings, writeFolder } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { batchFor } from './batch';
import { targetPath, writeUnderFreeName, writeFiles } from './files';
import { listFolderFor } from './folderFor';
import { ledgerCsv, ledgerName } from '../office/csv';
import { listLedgerFor } from '../office/listingFor';
import { type PublishResult, notesOf, type PublishRequest } from './render';
import { publishSource } from './source';
import { folderWithin } from './within';
import { choosePath } from '../window/fileDialogs';

/** Preview, files in all formats, paper. */
export const publishModule: ShellModule = {
  name: 'publish',
  start(shell) {
    shell.handle(pageHandlers(shell));
    shell.handle(fileHandlers(shell));
    shell.handle(folderHandlers(shell));
  },
};

interface RenderRequest {
  readonly session: string;
  readonly job: string;
  readonly variant: Variant;
  readonly sections?: readonly string[] | undefined;
  readonly encoding?: CsvEncoding | undefined;
}

function pageHandlers(shell: Shell): Handlers {
  return {
    'publish.preview': async (wanted) => {
      const made = await render(shell, wanted, ['pdf'], true);
      return { pdf: await printToPdf({ html: previewOf(made), header: made.title }), parts: made.parts };
    },
    'publish.print': async (wanted) => {
      const made = await render(shell, wanted, ['pdf'], false);
      return printOnPaper({ html: previewOf(made), header: made.title });
    },
  };
}

function fileHandlers(shell: Shell): Handlers {
  return {
    'publish.plan': ({ session, variant }) => {
      const { document, path } = documents().session(session);
      return { folder: readFolder() ?? dirname(path), name: publishedName(document, variant) };
    },
    'publish.exposures': async ({ session, job }) => {
      const { document } = documents().session(session);
      const request = requestOf(document, { variant: 'public', formats: [], linked: false });
      return (await runForWindow(shell, job, 'publish', request)).exposed;
    },
    'publish.write': async ({ formats, folder, name, overwrite, ...wanted }) => {
      const made = await render(shell, wanted, formats, false);
      const files = await writeFiles(made, { folder, name: safeName(name), overwrite });
      writeFolder(folder);
      return { files, ...notesOf(made) };
    },
    'publish.batch': ({ job, ...batch }) => {
      writeFolder(batch.folder);
      return batchFor(shell, job, { ...batch, language: readSettings().language });
    },
  };
}

function folderHandlers(shell: Shell): Handlers {
  return {
    'publish.present': existingIn,
    'publish.chooseFolder': ({ folder }) => chooseFolder(folder),
    'publish.showFile': ({ path }) => {
      system.showItemInFolder(path);
      return null;
    },
    'publish.openFolder': ({ folder }) => openFolder(folder),
    'publish.ledger': async ({ job, folder, subfolders, target, encoding }) => {
      const { language } = readSettings();
      const now = Date.now();
      const rows = await listLedgerFor(shell, job, { folder, subfolders });
      const { bytes, unwritable } = ledgerCsv(rows, { language, now, encoding });
      return {
        path: await writeUnderFreeName(target, ledgerName(language, now), bytes),
        lost: unwritable,
      };
    },
    'publish.documents': async ({ job, folder = workspaceFolder(), subfolders }) => {
      const isNew = folder === workspaceFolder() && !(await exists(realFileSystem, folder));
      const documents = isNew ? [] : await listFolderFor(shell, job, { folder, subfolders });
      return { folder, documents, target: readFolder() ?? folder };
    },
  };
}

interface Names {
  readonly folder: string;
  readonly names: readonly { readonly name: string; readonly within: readonly string[] }[];
  readonly formats: readonly OutputFormat[];
}

async function existingIn({ folder, names, formats }: Names): Promise<readonly string[]> {
  const paths = names.flatMap(({ name, within }) =>
    formats.map((format) =>
      targetPath({ folder: folderWithin(folder, within), name: safeName(name) }, format),
    ),
  );
  const present = await Promise.all(paths.map((path) => exists(realFileSystem, path)));
  return paths.filter((_, at) => present[at]).map((path) => relative(folder, path));
}

async function chooseFolder(folder: string): Promise<string | null> {
  const path = await choosePath({ defaultPath: folder, properties: ['openDirectory', 'createDirectory'] });
  return path ?? null;
}

/** Opening a file here would start whatever program it belongs to. */
async function openFolder(folder: string): Promise<null> {
  const there = await stat(folder).catch((error: unknown) => {
    throw fileFailure(error, folder);
  });
  if (!there.isDirectory()) throw new Failure('fileNotFound', { name: basename(folder), folder });
  await system.openPath(folder);
  return null;
}

/** Makes the files of an open document in a process of its own. */
function render(
  shell: Shell,
  { session, job, variant, sections, encoding }: RenderRequest,
  formats: readonly OutputFormat[],
  linked: boolean,
): Promise<PublishResult> {
  const open = documents().session(session);
  return runForWindow(
    shell,
    job,
    'publish',
    requestOf(open.document, { variant, sections, encoding, formats, linked }),
    { attachment: (hash) => open.attachment(hash) },
  );
}

type Choice = Pick<PublishRequest, 'variant' | 'formats' | 'linked'> &
  Partial<Pick<RenderRequest, 'sections' | 'encoding'>>;

function requestOf(document: WorkingDocument, { sections, encoding, ...choice }: Choice): PublishRequest {
  const source = publishSource(document, readSettings().language);
  return {
    source,
    ...choice,
    ...(sections ? { sections } : {}),
    ...(encoding ? { encoding } : {}),
    now: Date.now(),
  };
}

function previewOf(made: PublishResult): string {
  return new TextDecoder().decode(made.files[0]?.bytes);
}
