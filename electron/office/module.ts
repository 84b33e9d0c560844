import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { DocumentView } from '../../shared/commands/documents';
import type { ParsedOf } from '../../shared/commands/contract';
import { Failure } from '../../shared/commands/failure';
import type { OfficeLedger } from '../../shared/commands/office';
import { currentAuthor, documents, workspaceFolder } from '../documents/module';
import { digestOf, titleOf } from '../files/names';
import { newId } from '../machine/newId';
import { utilityJob } from '../jobs/host';
import { runForWindow } from '../jobs/running';
import { jobWorker } from '../jobs/worker';
import { errorText, ledgerText } from '../locale';
import { realFileSystem } from '../machine/realFileSystem';
import { documentFiles } from '../publish/documentFiles';
import { ledgerFactsBy } from '../publish/factsBy';
import { readSettings } from '../settings/store';
import type { Shell, ShellModule } from '../shell';
import { storeHost } from '../store/host';
import { loadWhole } from '../store/load';
import { dayNumber } from '../../shared/japanese/days';
import { holderText, openBy } from './openBy';
import { type IndexTools, WorkspaceIndex } from './workspaceIndex';

/** How often the folder is looked at while a window shows the 台帳 (ms): shares report no changes of others. */
const POLLING = 15_000;

/** A window that comes back to the 台帳 sees at once what changed, if the folder was looked at longer ago than this (ms). */
const FRESH = 5_000;

/** A window that shows the 台帳 asks for it again within this time (ms). */
const WATCHED = 60_000;

/** The 台帳 of the workspace folder, and what is done with its rows. */
export const officeModule: ShellModule = {
  name: 'office',
  start(shell) {
    const office = new Office(shell);
    shell.handle({
      'office.ledger': () => office.ledger(),
      'office.renew': ({ job, path }) => makeFrom(shell, 'renew', job, path),
      'office.pair': ({ path }) => makeFrom(shell, 'pair', `pair-${String(Date.now())}`, path),
      'office.record': ({ path, record }) => recordIn(path, record).finally(() => office.look()),
    });
    shell.beforeQuit(() => {
      office.end();
      return Promise.resolve(true);
    });
  },
};

class Office {
  #index: WorkspaceIndex | undefined;
  #askedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #worker = jobWorker(() => utilityJob('ledgerFacts'));

  constructor(private readonly shell: Shell) {}

  async ledger(): Promise<OfficeLedger> {
    this.#askedAt = Date.now();
    const folder = workspaceFolder();
    if (this.#index?.folder !== folder) {
      this.#index?.stop();
      this.#index = new WorkspaceIndex(folder, this.#tools(folder));
    }
    await this.#index.load();
    this.#timer ??= setInterval(() => this.#poll(), POLLING);
    const snapshot = this.#index.snapshot();
    if (Date.now() - (snapshot.at ?? 0) > FRESH) this.look();
    return snapshot;
  }

  /** Brings the index up to date; what fails is in its rows. */
  look(): void {
    void this.#index?.refresh().catch(() => undefined);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#worker.end();
  }

  #poll(): void {
    if (Date.now() - this.#askedAt > WATCHED) {
      this.end();
    } else this.look();
  }

  #tools(folder: string): IndexTools {
    const cache = join(app.getPath('userData'), 'ledger', `${digestOf(folder)}.json`);
    const quick = ledgerFactsBy(this.#worker, false);
    const full = ledgerFactsBy(this.#worker, true);
    return {
      program: app.getVersion(),
      filesIn: (at) => filesOf(at),
      statusOf: (path) => realFileSystem.status(path),
      factsOf: (path, withFindings) => (withFindings ? full : quick)(path),
      openBy: async (path) => {
        const holder = await openBy(path, Date.now());
        return holder && holderText(holder);
      },
      sentence: (error) => errorText(readSettings().language, error),
      readCache: () => readFile(cache, 'utf8'),
      writeCache: async (text) => {
        await mkdir(dirname(cache), { recursive: true });
        await writeFile(cache, text);
      },
      changed: () => this.shell.emit('office.changed', { folder }),
      now: () => Date.now(),
      today: () => dayNumber(Date.now()),
    };
  }
}

/** The person's own folder may be still missing: nothing is in it. */
async function filesOf(folder: string) {
  return documentFiles(folder, { subfolders: true }).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'fileNotFound') return [];
    throw error;
  });
}

/** A new document made from a file of the workspace, in a process of its own, and opened. */
async function makeFrom(
  shell: Shell,
  kind: 'renew' | 'pair',
  job: string,
  path: string,
): Promise<DocumentView> {
  const { language } = readSettings();
  const document = await wholeOf(path);
  const request = { kind, document, name: basename(path), language, author: currentAuthor(), at: Date.now() };
  const made = await runForWindow(shell, job, 'renewal', request);
  return documents().create(made, `${titleOf(path)} ${ledgerText(language, `made.${kind}`)}`);
}

/** Also of a document that is open here: with everything that was typed. */
async function wholeOf(path: string): Promise<HyokaDocument> {
  return loadWhole(storeHost(), path);
}

type StepRequest = ParsedOf<'office.record'>['record'];

/** Of a document that is not open it is opened for it, and closed again. Throws a `Failure` where somebody else has it. */
async function recordIn(path: string, { step, day, publication, note }: StepRequest): Promise<null> {
  const open = new Set(documents().sessions);
  const { session } = await documents().open(path);
  const facts = { ...(publication ? { publication } : {}), ...(note === undefined ? {} : { note }) };
  const record = { id: newId(), step, day, ...facts, author: currentAuthor(), at: Date.now() };
  try {
    await documents().session(session).change({ kind: 'progress', record });
  } finally {
    if (!open.has(session)) await documents().close(session);
  }
  return null;
}
