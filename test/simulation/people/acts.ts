import type { DocumentService } from '../../../electron/documents/service';
import { NEW_NAME } from '../oracle/start';
import type { Act } from '../story';
import type { Changes } from './changes';
import type { Person } from './person';
import type { Window, Windows } from './windows';
import type { PeopleWorld } from './world';

const BY_LOCK: readonly string[] = ['locked', 'staleLock', 'free'];

/** What a window offers that may only read. */
const READING: readonly Act['kind'][] = ['close', 'saveAs'];

/** Does one act of the plan, as far as the program offers it. */
export class Acts {
  constructor(
    private readonly world: PeopleWorld,
    private readonly person: Person,
    private readonly windows: Windows,
    private readonly changes: Changes,
  ) {}

  async act(act: Act, window: 0 | 1): Promise<void> {
    switch (act.kind) {
      case 'begin':
        return this.#begin(window);
      case 'open':
        return this.openIn(window, this.world.documents[act.document]?.path ?? '', {
          readOnly: act.readOnly,
        });
      case 'quit':
        return this.#quit();
      case 'recover':
        return this.person.takeOffers().then(() => undefined);
      default:
        return this.#inWindow(act, window);
    }
  }

  async #begin(window: 0 | 1): Promise<void> {
    const begun = await this.person.ask('begins a new document', (service) =>
      service.begin('form2', undefined, NEW_NAME),
    );
    this.windows.shownIn(window, begun);
  }

  async #doing(what: string, work: (service: DocumentService) => Promise<unknown>): Promise<void> {
    await this.person.ask(what, work);
  }

  async #inWindow(act: Act, at: 0 | 1): Promise<void> {
    const window = this.windows.get(at) ?? (await this.#opened(at));
    if (window && this.#isOffered(act, window)) await this.#work(act, at, window);
  }

  /** What the window offers in its state. */
  #isOffered(act: Act, { access, session }: Window): boolean {
    const isReadOnly = access.kind === 'readOnly';
    if (act.kind === 'takeOver' || act.kind === 'lookAgain')
      return isReadOnly && BY_LOCK.includes(access.why);
    if (act.kind === 'overwrite') return this.windows.failureOf(session) === 'fileChangedOutside';
    return !isReadOnly || READING.includes(act.kind);
  }

  async #work(act: Act, at: 0 | 1, window: Window): Promise<void> {
    const { session, path } = window;
    switch (act.kind) {
      case 'type':
        return this.changes.type(window, act.edits, act.field);
      case 'undo':
        return this.changes.step(window, 'undo');
      case 'redo':
        return this.changes.step(window, 'redo');
      case 'comment':
        return this.changes.comment(window);
      case 'attach':
        return this.changes.attach(window, act.size);
      case 'save':
        return this.#doing(`saves ${path}`, (service) => service.session(session).save());
      case 'saveAs':
        return this.#saveAs(window, act.path);
      case 'close':
        return this.#close(at, window);
      case 'takeOver':
        return this.#takeOver(at, window);
      case 'lookAgain':
        return this.#doing(`looks again who has ${path}`, (service) => service.lookAgain(session));
      case 'overwrite':
        return this.#overwrite(window);
      default:
        return undefined;
    }
  }

  async #opened(at: 0 | 1): Promise<Window | undefined> {
    const document = this.world.documents[this.person.plan.documents[at]];
    if (document) await this.openIn(at, document.path, {});
    return this.windows.get(at);
  }

  async openIn(at: 0 | 1, path: string, options: { readonly readOnly?: boolean }): Promise<void> {
    this.windows.shownIn(at, await this.person.open(path, options));
  }

  async #saveAs(window: Window, path: string): Promise<void> {
    const { ledger } = this.world;
    this.windows.knows(path);
    ledger.decide(path);
    ledger.moves(window.session);
    const view = await this.person.ask(`saves ${window.path} as ${path}`, (service) =>
      service.saveAs(window.session, path),
    );
    ledger.moved(window.session);
    if (!view) return;
    this.windows.shown(view);
    for (const at of this.windows.of(window.session)) this.windows.shownIn(at, view);
  }

  async #close(at: 0 | 1, { session, path }: Window): Promise<void> {
    this.world.ledger.lets(session);
    await this.person.ask(`closes ${path}`, (service) => service.close(session));
    if (this.windows.get(at)?.session === session) this.windows.remove(at);
  }

  async #takeOver(at: 0 | 1, { session, path }: Window): Promise<void> {
    const view = await this.person.ask(`takes over the lock of ${path}`, (service) =>
      service.takeOverLock(session),
    );
    this.windows.shownIn(at, view);
  }

  async #overwrite({ session, path }: Window): Promise<void> {
    this.world.ledger.decide(path);
    await this.person.ask(`overwrites ${path}`, (service) => service.overwrite(session));
  }

  async #quit(): Promise<void> {
    const { service, process } = this.person;
    if (!service || !process) return;
    for (const session of service.sessions) this.world.ledger.lets(session);
    const left = await this.person.ask('quits', () => service.closeAll());
    // What would be lost is asked about; this person then stays.
    if (left?.length === 0) process.kill();
  }
}
