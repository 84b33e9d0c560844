import { createHash } from 'node:crypto';
import type { DocumentService } from '../../../electron/documents/service';
import { applyEdit, setValue, type Edit } from '../../../shared/assessment/edit';
import type { Assessment } from '../../../shared/assessment/types';
import type { Applied, DocumentView, SaveState } from '../../../shared/commands/documents';
import { Failure } from '../../../shared/commands/failure';
import { NEW_NAME } from '../oracle/start';
import type { Act, Action, PersonPlan } from '../story';
import type { Pc, Process } from '../world/pc';
import type { Random } from '../world/random';
import { FragileStores } from './fragileStore';
import type { Entry } from './ledger';
import { startProgram } from './program';
import type { PeopleWorld } from './world';

/** Texts of 様式2. */
export const FIELDS = ['cover.name', 'cover.remarks', 'I.2', 'I.6'] as const;

/** A program that was started again takes this long (ms). */
const RESTART = 2_000;

/** Failures after which the program saves only once a person has decided. */
const DECISIONS: readonly string[] = ['fileChangedOutside', 'lockLost'];

const BY_LOCK: readonly string[] = ['locked', 'staleLock', 'free'];

/** What a window offers that may only read. */
const READING: readonly Act['kind'][] = ['close', 'saveAs'];

interface Window {
  readonly session: string;
  readonly path: string;
  readonly access: DocumentView['access'];
  assessment: Assessment;
}

/** Somebody at a PC: does what the plan says, through the methods that the commands of the windows call. */
export class Person {
  isDone = false;
  /** Files that this person has opened, chosen or was told of. */
  readonly known = new Set<string>();
  readonly stores = new FragileStores();
  service: DocumentService | undefined;
  process: Process | undefined;
  #starting: Promise<DocumentService> | undefined;
  readonly #windows = new Map<number, Window>();
  /** The failure that each session shows. */
  readonly #states = new Map<string, string>();
  readonly #random: Random;
  #next = 0;

  constructor(
    private readonly world: PeopleWorld,
    readonly plan: PersonPlan,
    readonly pc: Pc,
    readonly home: string,
  ) {
    this.#random = pc.random.fork(`person ${plan.name}`);
  }

  begin(): void {
    this.#schedule();
  }

  /** One program at a time, however many ask for it. */
  start(): Promise<DocumentService> {
    this.#starting ??= this.#started();
    return this.#starting;
  }

  async #started(): Promise<DocumentService> {
    const process = this.pc.start();
    this.process = process;
    process.onDeath(() => this.#died(process));
    const service = await startProgram(this.world, process, {
      home: this.home,
      person: this.plan.name,
      rebaseAt: this.world.rebaseAt,
      codec: this.world.codec,
      stores: this.stores,
      emit: (session, state) => this.#emitted(session, state),
    });
    this.service = service;
    return service;
  }

  /** Asks the service; undefined where it refused. Everything that is asked goes through here. */
  async ask<T>(what: string, work: (service: DocumentService) => Promise<T>): Promise<T | undefined> {
    const { ledger } = this.world;
    const service = await this.start();
    const { process } = this;
    if (!process) return undefined;
    const call = ledger.begin(`${this.plan.name}: ${what}`, process);
    this.world.say(this.plan.name, what);
    try {
      const answer = await work(service);
      ledger.end(call);
      this.world.say(this.plan.name, `${what}: answered`);
      return answer;
    } catch (error) {
      ledger.end(call);
      this.#refused(what, error);
      return undefined;
    }
  }

  async open(
    path: string,
    options: { readonly readOnly?: boolean; readonly takeOver?: boolean } = {},
  ): Promise<DocumentView | undefined> {
    this.#knows(path);
    const view = await this.ask(
      `opens ${path}${options.takeOver ? ', taking over its lock' : ''}`,
      (service) => service.open(path, options),
    );
    if (view) this.#shown(view);
    return view;
  }

  /** Ends the program without asking it. */
  stop(): void {
    this.process?.kill();
  }

  /** Nothing that is open waits for being saved. */
  get isSettled(): boolean {
    const { service } = this;
    if (!service) return true;
    return service.sessions.every((id) => {
      const { state } = service.session(id);
      return (
        state.kind === 'saved' ||
        state.kind === 'readOnly' ||
        ('error' in state && DECISIONS.includes(state.error.code))
      );
    });
  }

  #refused(what: string, error: unknown): void {
    if (error instanceof Failure) {
      this.world.coverage.reach(`refused: ${error.code}`);
      this.world.say(this.plan.name, `${what}: refused, ${error.code}`);
      return;
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.world.say(this.plan.name, `${what}: threw ${text}`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    this.world.ledger.violate(
      'unforeseen',
      `${what.split(' ')[0] ?? ''}: ${error instanceof Error ? `${error.name} ${code || error.message}` : text}`,
    );
  }

  #died(process: Process): void {
    if (this.process !== process) return;
    this.process = undefined;
    this.service = undefined;
    this.#starting = undefined;
    this.#windows.clear();
    for (const [call, { process: owner }] of this.world.ledger.waiting)
      if (owner === process) this.world.ledger.end(call);
    this.world.say(this.plan.name, 'the program is dead');
    this.#turn += 1;
    if (!this.isDone) this.#schedule(RESTART);
  }

  /** Steps of an earlier program go on with nothing. */
  #turn = 0;

  #schedule(extra = 0): void {
    const action = this.plan.actions[this.#next];
    if (!action) {
      this.isDone = true;
      return;
    }
    this.#next += 1;
    const turn = this.#turn;
    this.world.scheduler.after(action.after + extra, this.pc, () => {
      if (turn === this.#turn) void this.#perform(action, turn);
    });
  }

  async #perform(action: Action, turn: number): Promise<void> {
    if (action.isEager) this.#schedule();
    await this.#act(action.act, action.window);
    if (!action.isEager && turn === this.#turn) this.#schedule();
  }

  async #act(act: Act, window: 0 | 1): Promise<void> {
    switch (act.kind) {
      case 'begin':
        return this.#begin(window);
      case 'open':
        return this.#openIn(window, this.world.documents[act.document]?.path ?? '', {
          readOnly: act.readOnly,
        });
      case 'quit':
        return this.#quit();
      case 'recover':
        return this.takeOffers().then(() => undefined);
      default:
        return this.#inWindow(act, window);
    }
  }

  async #begin(window: 0 | 1): Promise<void> {
    const begun = await this.ask('begins a new document', (service) =>
      service.begin('form2', undefined, NEW_NAME),
    );
    this.#shownIn(window, begun);
  }

  async #doing(what: string, work: (service: DocumentService) => Promise<unknown>): Promise<void> {
    await this.ask(what, work);
  }

  async #inWindow(act: Act, at: 0 | 1): Promise<void> {
    const window = this.#windows.get(at) ?? (await this.#opened(at));
    if (window && this.#isOffered(act, window)) await this.#work(act, at, window);
  }

  /** What the window offers in its state. */
  #isOffered(act: Act, { access, session }: Window): boolean {
    const isReadOnly = access.kind === 'readOnly';
    if (act.kind === 'takeOver' || act.kind === 'lookAgain')
      return isReadOnly && BY_LOCK.includes(access.why);
    if (act.kind === 'overwrite') return this.#states.get(session) === 'fileChangedOutside';
    return !isReadOnly || READING.includes(act.kind);
  }

  async #work(act: Act, at: 0 | 1, window: Window): Promise<void> {
    const { session, path } = window;
    switch (act.kind) {
      case 'type':
        return this.#type(window, act.edits, act.field);
      case 'undo':
        return this.#step(window, 'undo');
      case 'redo':
        return this.#step(window, 'redo');
      case 'comment':
        return this.#comment(window);
      case 'attach':
        return this.#attach(window, act.size);
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

  /** Opens everything that the program offers to recover. */
  async takeOffers(): Promise<number> {
    const offers = (await this.ask('asks what can be recovered', (service) => service.recoverable())) ?? [];
    for (const { path } of offers) await this.#openIn(0, path, {});
    return offers.length;
  }

  async #opened(at: 0 | 1): Promise<Window | undefined> {
    const document = this.world.documents[this.plan.documents[at]];
    if (document) await this.#openIn(at, document.path, {});
    return this.#windows.get(at);
  }

  async #openIn(at: 0 | 1, path: string, options: { readonly readOnly?: boolean }): Promise<void> {
    this.#shownIn(at, await this.open(path, options));
  }

  #shownIn(at: number, view: DocumentView | undefined): void {
    if (!view) return;
    this.#shown(view);
    this.#windows.set(at, {
      session: view.session,
      path: view.path,
      access: view.access,
      assessment: view.assessment,
    });
  }

  /** Whoever sees a view is told what it says. */
  #shown(view: DocumentView): void {
    const { coverage } = this.world;
    this.#knows(view.path);
    for (const { code, params } of view.notices) {
      coverage.reach(`notice: ${code}`);
      this.world.say(this.plan.name, `is told ${code} ${JSON.stringify(params)}`);
      if (typeof params.path === 'string') this.#knows(params.path);
    }
    coverage.reach(`access: ${view.access.kind === 'edit' ? 'edit' : view.access.why}`);
    if (view.access.kind === 'edit') this.#holds(view);
    else this.world.say(this.plan.name, `may only read it: ${view.access.why}`);
  }

  #knows(path: string): void {
    this.known.add(path);
    this.world.ledger.known.add(path);
  }

  #holds({ path, session }: DocumentView): void {
    const { process, world } = this;
    if (!process) return;
    world.ledger.holds({ path, session, process });
  }

  async #type(window: Window, count: number, field: number): Promise<void> {
    const { ledger } = this.world;
    const words = Array.from({ length: count }, () => ledger.word());
    const edits = words.map((word, at) => ({
      edit: this.#insert(window, word, FIELDS[(field + at) % FIELDS.length] ?? 'I.2'),
    }));
    const entry = ledger.ask({ person: this.plan.name, kind: 'edit', path: window.path, words });
    await this.#change(window, entry, `types ${words.join('')} into ${window.path}`, (service) =>
      service.session(window.session).apply(edits),
    );
  }

  /** Somewhere in the text; the window shows it before it is answered. */
  #insert(window: Window, word: string, field: string): Edit {
    const value = window.assessment.values[field];
    const text = typeof value === 'string' ? value : '';
    const at = this.#random.pick([
      0,
      text.length,
      ...[...text.matchAll(/〉/g)].map(({ index }) => index + 1),
    ]);
    const edit = setValue(window.assessment, field, text.slice(0, at) + word + text.slice(at));
    window.assessment = applyEdit(window.assessment, edit);
    return edit;
  }

  async #step(window: Window, act: 'undo' | 'redo'): Promise<void> {
    const { ledger } = this.world;
    const entry = ledger.ask({ person: this.plan.name, kind: 'undo', path: window.path, words: [] });
    const answer = await this.#change(window, entry, `${act}es in ${window.path}`, (service) =>
      service.session(window.session)[act](),
    );
    if (!answer?.edit) return;
    window.assessment = applyEdit(window.assessment, answer.edit);
    if (act === 'undo') entry.words = takenBack(answer.edit);
  }

  async #comment(window: Window): Promise<void> {
    const { ledger } = this.world;
    const text = ledger.word();
    const entry = ledger.ask({ person: this.plan.name, kind: 'comment', path: window.path, words: [text] });
    const author = { name: this.plan.name, department: '', pc: this.pc.settings.name };
    const comment = { id: this.#random.hex(5), text, at: this.pc.now(), author };
    await this.#change(window, entry, `comments ${text} in ${window.path}`, async (service) => {
      const session = service.session(window.session);
      await session.change({ kind: 'comment', comment });
      return session;
    });
  }

  async #attach(window: Window, size: number): Promise<void> {
    const bytes = new Uint8Array(Buffer.from(this.#random.hex(size + 4), 'hex'));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const entry = this.world.ledger.ask({
      person: this.plan.name,
      kind: 'attach',
      path: window.path,
      words: [hash],
    });
    const file = { hash, name: '図.png', mime: 'image/png', bytes };
    await this.#change(window, entry, `attaches a picture to ${window.path}`, async (service) => {
      const session = service.session(window.session);
      await session.change({ kind: 'attach', file });
      return session;
    });
  }

  /** A change and what its answer says about where it is. */
  async #change<T extends Pick<Applied, 'state'>>(
    window: Window,
    entry: Entry,
    what: string,
    work: (service: DocumentService) => Promise<T>,
  ): Promise<T | undefined> {
    const { ledger } = this.world;
    const { process } = this;
    const answer = await this.ask(what, work);
    if (process?.isDead) return undefined;
    if (!answer) {
      entry.state = 'refused';
      await this.#refresh(window);
      return undefined;
    }
    if (answer.state.kind === 'unkept') ledger.unkept(entry, window.session);
    else ledger.acknowledge(entry);
    return answer;
  }

  /** A window whose edit was refused shows the document as the program has it. */
  async #refresh(window: Window): Promise<void> {
    try {
      const service = await this.start();
      window.assessment = service.session(window.session).view.assessment;
    } catch {
      for (const [at, other] of this.#windows) if (other === window) this.#windows.delete(at);
    }
  }

  async #saveAs(window: Window, path: string): Promise<void> {
    const { ledger } = this.world;
    this.#knows(path);
    ledger.decide(path);
    ledger.moves(window.session, window.path);
    const view = await this.ask(`saves ${window.path} as ${path}`, (service) =>
      service.saveAs(window.session, path),
    );
    if (!view) {
      this.#stays(window);
      return;
    }
    for (const [at, other] of this.#windows) if (other.session === window.session) this.#shownIn(at, view);
  }

  #stays({ access, path, session }: Window): void {
    if (access.kind === 'edit' && this.process)
      this.world.ledger.stays({ path, session, process: this.process });
  }

  async #close(at: 0 | 1, { session, path }: Window): Promise<void> {
    this.world.ledger.lets(session);
    await this.ask(`closes ${path}`, (service) => service.close(session));
    if (this.#windows.get(at)?.session === session) this.#windows.delete(at);
  }

  async #takeOver(at: 0 | 1, { session, path }: Window): Promise<void> {
    const view = await this.ask(`takes over the lock of ${path}`, (service) => service.takeOverLock(session));
    this.#shownIn(at, view);
  }

  async #overwrite({ session, path }: Window): Promise<void> {
    this.world.ledger.decide(path);
    await this.ask(`overwrites ${path}`, (service) => service.overwrite(session));
  }

  async #quit(): Promise<void> {
    const { service, process } = this;
    if (!service || !process) return;
    for (const session of service.sessions) this.world.ledger.lets(session);
    const left = await this.ask('quits', () => service.closeAll());
    // What would be lost is asked about; this person then stays.
    if (left?.length === 0) process.kill();
  }

  /** Closes everything. A document that is on no disk and cannot be saved is saved elsewhere, as the program proposes. */
  async closeEverything(): Promise<void> {
    for (const session of this.service?.sessions ?? []) this.world.ledger.lets(session);
    const left = (await this.ask('closes everything', (service) => service.closeAll())) ?? [];
    for (const [at, { id }] of left.entries()) {
      const path = `${this.home}/rescued ${String(at + 1)}.hyoka`;
      this.#knows(path);
      const save = () =>
        this.ask(`saves what would be lost as ${path}`, (service) => service.saveAs(id, path));
      // Whoever is told that it was not possible asks once more.
      if (!(await save())) await save();
    }
    if (left.length > 0) await this.ask('closes everything', (service) => service.closeAll());
  }

  #emitted(session: string, state: SaveState): void {
    const { coverage, ledger } = this.world;
    this.#states.set(session, 'error' in state ? state.error.code : '');
    coverage.reach(`state: ${state.kind}${'error' in state ? ` ${state.error.code}` : ''}`);
    this.world.say(this.plan.name, `sees ${state.kind}${'error' in state ? `, ${state.error.code}` : ''}`);
    if (state.kind === 'saved' || state.kind === 'kept') ledger.kept(session);
  }
}

function takenBack(edit: Edit): readonly string[] {
  if (edit.kind === 'batch') return edit.edits.flatMap(takenBack);
  if (edit.kind !== 'set' || typeof edit.before !== 'string') return [];
  const after = typeof edit.after === 'string' ? edit.after : '';
  return wordsOf(edit.before).filter((word) => !after.includes(word));
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/〈[0-9a-z]{4,}〉/g) ?? [];
}
