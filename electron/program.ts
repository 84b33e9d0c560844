import { app } from 'electron';
import { listen } from './commands/listen';
import type { Handlers } from './commands/handlers';
import { checksModule } from './checks/module';
import { compareModule } from './compare/module';
import { documentsModule } from './documents/module';
import { intakeModule } from './intake/module';
import { jobsModule } from './jobs/module';
import { officeModule } from './office/module';
import { publishModule } from './publish/module';
import { startLog } from './log';
import { settingsModule } from './settings/module';
import type { Shell, ShellModule } from './shell';
import { filesOf } from './window/arguments';
import { closeAfterFlush } from './window/closing';
import { mainWindow, openMainWindow, showWindow, sendToWindow } from './window/main-window';
import { windowModule } from './window/module';
import { PendingFiles } from './window/pending';
import { registerScheme } from './window/protocol';
import { disableBackgroundRequests, secureEverything } from './window/secure';
import { refuseShare } from './window/share';
import { stopProgram } from './window/stop';

/** The parts of the shell, in the order they start. */
const modules: readonly ShellModule[] = [
  settingsModule,
  windowModule,
  jobsModule,
  documentsModule,
  intakeModule,
  publishModule,
  officeModule,
  compareModule,
  checksModule,
];

const handlers: Handlers = {};
const pending = new PendingFiles();
let windowListens = false;
const finishing: (() => Promise<boolean>)[] = [];

const shell: Shell = {
  handle: (more) => Object.assign(handlers, more),
  emit: sendToWindow,
  openFile,
  pendingFiles,
  beforeQuit: (finish) => finishing.push(finish),
};

/** Starts the application with its window; a second start hands its files to the first and ends. */
export function startProgram(): void {
  disableBackgroundRequests();
  registerScheme();
  secureEverything();
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.on('second-instance', (_event, argv, workingFolder) => takeFiles(argv, workingFolder));
  app.on('window-all-closed', () => app.quit());
  takeFiles(process.argv, process.cwd());
  void app.whenReady().then(open).catch(stopProgram);
}

async function open(): Promise<void> {
  if (refuseShare()) {
    app.exit(1);
    return;
  }
  startLog();
  // The window loads its page while the parts start: each takes about as long as the other.
  const ready = startModules();
  listen(handlers, ready);
  const opened = openMainWindow((window) => {
    window.webContents.on('render-process-gone', () => (windowListens = false));
    closeAfterFlush(window, { listens: () => windowListens, finish: finishAll });
  });
  await Promise.all([ready, opened]);
}

async function startModules(): Promise<void> {
  for (const module of modules) await module.start(shell);
}

/** Every part writes what it holds; one that fails does not keep the others from it. False: the person wants to go on. */
async function finishAll(): Promise<boolean> {
  const answers = await Promise.allSettled(finishing.map((finish) => finish()));
  return answers.every((answer) => answer.status === 'rejected' || answer.value);
}

function takeFiles(argv: readonly string[], workingFolder: string): void {
  filesOf(argv, app.getAppPath(), workingFolder).forEach(openFile);
  showWindow();
}

/** A window that is already working hears of the file; until then the file waits for it to ask. */
function openFile(path: string): void {
  if (windowListens && mainWindow()) sendToWindow('file.open', { path });
  else pending.add(path);
}

function pendingFiles(): readonly string[] {
  windowListens = true;
  return pending.take();
}
