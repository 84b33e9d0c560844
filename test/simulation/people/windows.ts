import type { Assessment } from '../../../shared/assessment/types';
import type { DocumentView, SaveState } from '../../../shared/commands/documents';
import type { Person } from './person';
import type { PeopleWorld } from './world';

export interface Window {
  readonly session: string;
  readonly path: string;
  readonly access: DocumentView['access'];
  assessment: Assessment;
}

/** What a person sees: the windows of the program and what they say. */
export class Windows {
  readonly #windows = new Map<number, Window>();
  /** The failure that each session shows. */
  readonly #states = new Map<string, string>();

  constructor(
    private readonly world: PeopleWorld,
    private readonly person: Person,
  ) {}

  get(at: number): Window | undefined {
    return this.#windows.get(at);
  }

  /** The numbers of the windows that show this session. */
  of(session: string): readonly number[] {
    return [...this.#windows].flatMap(([at, window]) => (window.session === session ? [at] : []));
  }

  remove(at: number): void {
    this.#windows.delete(at);
  }

  clear(): void {
    this.#windows.clear();
  }

  /** Of the state that the session shows; empty: none. */
  failureOf(session: string): string | undefined {
    return this.#states.get(session);
  }

  shownIn(at: number, view: DocumentView | undefined): void {
    if (!view) return;
    this.shown(view);
    this.#windows.set(at, {
      session: view.session,
      path: view.path,
      access: view.access,
      assessment: view.assessment,
    });
  }

  /** Whoever sees a view is told what it says. */
  shown(view: DocumentView): void {
    const { coverage } = this.world;
    this.knows(view.path);
    for (const { code, params } of view.notices) {
      coverage.reach(`notice: ${code}`);
      this.world.say(this.person.plan.name, `is told ${code} ${JSON.stringify(params)}`);
      if (typeof params.path === 'string') this.knows(params.path);
    }
    coverage.reach(`access: ${view.access.kind === 'edit' ? 'edit' : view.access.why}`);
    if (view.access.kind === 'edit') this.#holds(view);
    else this.world.say(this.person.plan.name, `may only read it: ${view.access.why}`);
  }

  knows(path: string): void {
    this.person.known.add(path);
    this.world.ledger.known.add(path);
  }

  #holds({ path, session }: DocumentView): void {
    const { world } = this;
    const { process } = this.person;
    if (!process) return;
    world.ledger.holds({ path, session, process });
  }

  emitted(session: string, state: SaveState): void {
    const { coverage, ledger } = this.world;
    this.#states.set(session, 'error' in state ? state.error.code : '');
    coverage.reach(`state: ${state.kind}${'error' in state ? ` ${state.error.code}` : ''}`);
    this.world.say(
      this.person.plan.name,
      `sees ${state.kind}${'error' in state ? `, ${state.error.code}` : ''}`,
    );
    if (state.kind === 'saved' || state.kind === 'kept') ledger.kept(session);
  }
}
