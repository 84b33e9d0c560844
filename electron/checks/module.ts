import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { ParsedOf } from '../../shared/commands/contract';
import type { Sheet } from '../../shared/publish/sheet';
import { safeName } from '../../shared/publish/fileNames';
import { currentAuthor, documents } from '../documents/module';
import { writeAtomically } from '../files/atomicWrite';
import { startJob, utilityJob } from '../jobs/host';
import { jobWorker } from '../jobs/worker';
import { realMachine } from '../machine/real';
import { printToPdf } from '../print/pdf';
import { isoOf } from '../publish/source';
import { readFolder, writeFolder } from '../settings/store';
import type { ShellModule } from '../shell';
import { mainWindow } from '../window/main-window';
import { KnowledgeStore } from './knowledge';
import { sheetBytes } from './sheet';

/** 点検 beyond the open document: what lies beside it, and lists for people. */
export const checksModule: ShellModule = {
  name: 'checks',
  start(shell) {
    const knowledge = new KnowledgeStore(realMachine, join(app.getPath('userData'), 'knowledge.json'));
    shell.handle({
      'knowledge.get': () => knowledge.inUse(),
      'knowledge.import': async () => {
        const file = await chooseKnowledge();
        return file === undefined ? null : knowledge.importFile(file);
      },
      'knowledge.reset': () => knowledge.reset(),
      'checks.neighbours': ({ session }) => {
        const { path, document } = documents().session(session);
        return startJob('neighbours', { path, assessment: document.assessment });
      },
      'checks.gates': async ({ paths, purpose }) => {
        const worker = jobWorker(() => utilityJob('gates'));
        try {
          const found = [];
          for (const path of paths)
            found.push({ path, gates: await worker.run('gates', { path, purpose }).catch(() => []) });
          return found;
        } finally {
          worker.end();
        }
      },
      'checks.writeSheet': ({ session, format, sheet }) =>
        writeSheet(documents().session(session).path, format, sheet),
    });
  },
};

async function writeSheet(
  path: string,
  format: ParsedOf<'checks.writeSheet'>['format'],
  sheet: Sheet,
): Promise<{ readonly path: string } | null> {
  const target = await askTarget(path, sheet, format);
  if (target === undefined) return null;
  const made = await sheetBytes({
    sheet,
    format,
    author: currentAuthor().name,
    date: isoOf(Date.now()),
  });
  const html = () => new TextDecoder().decode(made);
  const bytes = format === 'pdf' ? await printToPdf({ html: html(), header: sheet.document }) : made;
  await writeAtomically(realMachine, target, bytes);
  writeFolder(dirname(target));
  return { path: target };
}

async function chooseKnowledge(): Promise<string | undefined> {
  const window = mainWindow();
  const options = {
    filters: [{ name: 'JSON', extensions: ['json'] }],
    properties: ['openFile' as const],
  };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0];
}

async function askTarget(path: string, sheet: Sheet, format: string): Promise<string | undefined> {
  const name = safeName(`${sheet.document}_${sheet.title}`);
  const window = mainWindow();
  const options = {
    defaultPath: join(readFolder() ?? dirname(path), `${name}.${format}`),
    filters: [{ name: sheet.title, extensions: [format] }],
  };
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return filePath === '' ? undefined : filePath;
}
