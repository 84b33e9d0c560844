import type { DocumentService } from '../../../electron/documents/service';
import type { DocumentView } from '../../../shared/commands/documents';
import { Failure } from '../../../shared/commands/failure';
import type { Action, PersonPlan } from '../story';
import type { Pc, Process } from '../world/pc';
import { Acts } from './acts';
import { Changes } from './changes';
import { FragileStores } from './fragileStore';
import { startProgram } from './program';
import { Windows } from './windows';
import type { PeopleWorld } from './world';

/** A program that was started again takes this long (ms). */
const RESTART = 2_000;

/** Failures after which the program saves only once a person has decided. */
const DECISIONS: readonly string[] = ['fileChangedOutside', 'lockLost'];

/** Somebody at a PC: does what the plan says, through the methods that the commands of the windows call. */
export class Person {
  isDone = false;
  /** Files that this person has opened, chosen or was told of. */
  readonly known = new Set<string>();
  readonly stores = new FragileStores();
  service: DocumentService | undefined;
  process: Process | undefined;
  #starting: Promise<DocumentService> | undefined;
  readonly #windows: Windows;
  readonly #acts: Acts;
  #next = 0;

  constructor(
    private readonly world: PeopleWorld,
    readonly plan: PersonPlan,
    readonly pc: Pc,
    readonly home: string,
  ) {
    this.#windows = new Windows(world, this);
    this.#acts = new Acts(world, this, this.#windows, new Changes(world, this, this.#windows));
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
      emit: (session, state) => this.#windows.emitted(session, state),
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
    this.#windows.knows(path);
    const view = await this.ask(
      `opens ${path}${options.takeOver ? ', taking over its lock' : ''}`,
      (service) => service.open(path, options),
    );
    if (view) this.#windows.shown(view);
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
    await this.#acts.act(action.act, action.window);
    if (!action.isEager && turn === this.#turn) this.#schedule();
  }

  /** Opens everything that the program offers to recover. */
  async takeOffers(): Promise<number> {
    const offers = (await this.ask('asks what can be recovered', (service) => service.recoverable())) ?? [];
    for (const { path } of offers) await this.#acts.openIn(0, path, {});
    return offers.length;
  }

  /** Closes everything. A document that is on no disk and cannot be saved is saved elsewhere, as the program proposes. */
  async closeEverything(): Promise<void> {
    for (const session of this.service?.sessions ?? []) this.world.ledger.lets(session);
    const left = (await this.ask('closes everything', (service) => service.closeAll())) ?? [];
    for (const [at, { id }] of left.entries()) {
      const path = `${this.home}/rescued ${String(at + 1)}.hyoka`;
      this.#windows.knows(path);
      const save = () =>
        this.ask(`saves what would be lost as ${path}`, (service) => service.saveAs(id, path));
      // Whoever is told that it was not possible asks once more.
      if (!(await save())) await save();
    }
    if (left.length > 0) await this.ask('closes everything', (service) => service.closeAll());
  }
}
