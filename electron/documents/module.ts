import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Author } from '../../shared/assessment/history';
import { shellText } from '../locale';
import { addRecent } from '../settings/recent';
import { readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { mainWindow } from '../window/main-window';
import { usualEdges, type DocumentEdges } from './edges';
import { editHandlers, fileHandlers, workHandlers, type Dialogs } from './handlers';
import { judgementHandlers } from './judgements';
import { rescueHandlers } from '../rescue/handlers';
import { fileTasks, storeHost } from '../store/host';
import { thinHandlers } from '../thin/handlers';
import { titleOf } from '../files/names';
import { closeAsking } from './quitting';
import { DocumentService } from './service';
import type { DocumentSession } from './session';
import { choosePath, chooseTargetPath } from '../window/fileDialogs';
import { newId } from '../machine/newId';

let running: DocumentService | undefined;

/** The service of open documents, for other parts of the shell that make or read one. Only after `start`. */
export function documents(): DocumentService {
  if (!running) throw new Error('documents are not started');
  return running;
}

/** Open documents: the commands of the windows, and an orderly end of all of them. */
export const documentsModule: ShellModule = {
  name: 'documents',
  async start(shell) {
    const edges = edgesOf(shell);
    const service = await DocumentService.start(edges, storeHost());
    running = service;
    shell.handle(fileHandlers(service, edges, dialogs));
    shell.handle(editHandlers(service));
    shell.handle(workHandlers(service, edges));
    shell.handle(judgementHandlers(service, edges));
    const tasks = fileTasks();
    shell.handle(
      rescueHandlers({ service, tasks, dependencies: edges, language: () => readSettings().language }),
    );
    shell.handle(thinHandlers({ service, tasks, dependencies: edges, chooseNew: dialogs.chooseNew }));
    shell.beforeQuit(() => closeAsking(service, lossDialog, ({ path }) => dialogs.chooseNew(path)));
  },
};

function edgesOf(shell: Shell): DocumentEdges {
  return {
    ...usualEdges,
    userData: app.getPath('userData'),
    workspace: workspaceFolder,
    author: currentAuthor,
    agency: () => readSettings().agency,
    program: app.getVersion(),
    newId,
    opened: addRecent,
    emitState: (session, state) => shell.emit('document.state', { session, state }),
  };
}

/** Where new documents go, and where documents are looked for first. */
export function workspaceFolder(): string {
  return readSettings().workspace || join(app.getPath('documents'), app.getName());
}

/** Whoever sits at this PC, as the settings name them. */
export function currentAuthor(): Author {
  const { userName, department } = readSettings();
  return { name: userName || userInfo().username, department, pc: hostname() };
}

const dialogs: Dialogs = {
  choose: () => choosePath({ filters: filters(), properties: ['openFile'] }),
  chooseNew: (suggested) => chooseTargetPath({ filters: filters(), defaultPath: suggested }),
};

/** What is to become of text that neither the file nor this PC could take. */
async function lossDialog({ path }: DocumentSession): Promise<'saveElsewhere' | 'discard' | 'stay'> {
  const { language } = readSettings();
  const text = (key: 'message' | 'detail' | 'saveElsewhere' | 'stay' | 'discard') =>
    shellText(language, `loss.${key}`, { name: titleOf(path) });
  const options = {
    type: 'warning' as const,
    message: text('message'),
    detail: text('detail'),
    buttons: [text('saveElsewhere'), text('stay'), text('discard')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const window = mainWindow();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return (['saveElsewhere', 'stay', 'discard'] as const)[response] ?? 'stay';
}

function filters() {
  const { language } = readSettings();
  return [
    { name: shellText(language, 'dialog.documents'), extensions: ['hyoka'] },
    { name: shellText(language, 'dialog.all'), extensions: ['*'] },
  ];
}
