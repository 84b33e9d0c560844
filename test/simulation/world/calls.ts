import type { Coverage } from '../campaign/coverage';
import { systemError } from './errors';
import type { Mount } from './mount';
import type { Process, Strike, When } from './pc';
import type { Scheduler } from './scheduler';

/** What the world notes of each call; undefined in runs whose story nobody reads. */
export type Trace = (process: Process, call: string, path: string, result: string) => void;

export interface CallWorld {
  readonly scheduler: Scheduler;
  readonly coverage: Coverage;
  readonly trace: Trace | undefined;
  /** Told of every call that had its effect. */
  readonly observe: (process: Process, call: string, path: string) => void;
}

export interface Call<T> {
  readonly name: string;
  readonly path: string;
  readonly mount: Mount;
  readonly act: () => T;
  /** For writes: does a part of it. */
  readonly part?: () => void;
}

/** Carries out the calls of one process: each takes its time, and at any of them something may happen. */
export class Calls {
  constructor(
    private readonly world: CallWorld,
    private readonly process: Process,
  ) {}

  make<T>(call: Call<T>): Promise<T> {
    const { process, world } = this;
    if (process.isDead) return never();
    const { pc } = process;
    const strike = pc.strikeAt(call.name, call.path) ?? this.#chance();
    world.coverage.called(call.name, strike?.kind);
    const observed = { ...call, act: () => this.#observed(call) };
    return strike
      ? this.#struck(observed, strike)
      : this.#later(observed, observed.act, process.random.chance(0.5));
  }

  #observed<T>({ name, path, act }: Call<T>): T {
    const answer = act();
    this.world.observe(this.process, name, path);
    return answer;
  }

  #chance(): Strike | undefined {
    const { random, pc } = this.process;
    const { errorRate, errorCodes } = pc.settings;
    if (errorRate === 0 || !random.chance(errorRate)) return undefined;
    return { kind: 'error', when: random.pick(PASSING), code: random.pick(errorCodes) };
  }

  #struck<T>(call: Call<T>, strike: Strike): Promise<T> {
    const { process, world } = this;
    world.trace?.(process, call.name, call.path, described(strike));
    if (strike.kind === 'error') return this.#failing(call, strike);
    if (strike.kind === 'sleep') process.pc.sleep(strike.for);
    const done = strike.when === 'after' ? outcomeOf(call.act) : undefined;
    // A PC that wakes again goes on with the same write.
    if (strike.when === 'part' && strike.kind !== 'sleep') quietly(call.part);
    if (strike.kind === 'sleep') return this.#later(call, done ?? call.act, false);
    // Not from inside the call itself: the program has not even its promise yet.
    world.scheduler.after(0, process, () =>
      strike.kind === 'kill' ? process.kill() : process.pc.powerCut(),
    );
    return never();
  }

  #failing<T>(call: Call<T>, { when, code }: Strike & { kind: 'error' }): Promise<T> {
    const fails = (): T => {
      // A file is closed even where closing answers an error.
      if (when === 'after' || call.name === 'close') quietly(call.act);
      if (when === 'part') quietly(call.part);
      throw systemError(likely(code, call), call.name, call.path);
    };
    return this.#later(call, fails, true);
  }

  /** The effect comes at once or only with the answer: other programs may act in between. */
  #later<T>(call: Call<T>, act: () => T, isAtOnce: boolean): Promise<T> {
    const { process, world } = this;
    const latency = this.#latency(call.mount);
    const answer = isAtOnce ? outcomeOf(act) : this.#arriving(call, latency, act);
    return new Promise<T>((resolve, reject) => {
      world.scheduler.after(latency, process, () => {
        try {
          const value = answer();
          world.trace?.(process, call.name, call.path, '');
          resolve(value);
        } catch (error) {
          world.trace?.(
            process,
            call.name,
            call.path,
            error instanceof Error && 'code' in error ? String(error.code) : '?',
          );
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  #arriving<T>({ name, path, mount }: Call<T>, latency: number, act: () => T): () => T {
    if (!mount.isRemote) return act;
    const { scheduler } = this.world;
    const latest = scheduler.now + latency + mount.connectionLasts;
    return () => {
      if (scheduler.now > latest) throw systemError('ETIMEDOUT', name, path);
      return act();
    };
  }

  #latency({ isRemote, reach }: Mount): number {
    const { random, pc } = this.process;
    const { diskLatency, shareLatency, spikes } = pc.settings;
    const usual = (isRemote ? shareLatency : diskLatency) * (0.5 + random.unit());
    if (isRemote && reach.kind === 'away') return usual + 1_000;
    return spikes > 0 && random.chance(spikes) ? usual * 100 : usual;
  }
}

/** How far a call gets that fails by chance. */
const PASSING: readonly When[] = ['before', 'before', 'before', 'after', 'part'];

/** Only what a disk answers, and only what is answered about an open file; the rest becomes the error of a damaged disk. */
function likely(code: string, { mount, name }: Call<unknown>): string {
  const isOpen = OF_OPEN_FILES.has(name);
  if (!mount.isRemote && OF_NETWORKS.has(code)) return 'EIO';
  return isOpen && !ABOUT_OPEN_FILES.has(code) ? 'EIO' : code;
}

const OF_OPEN_FILES = new Set(['read', 'write', 'truncate', 'stat open', 'flush', 'close']);
const OF_NETWORKS = new Set(['ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'ENETUNREACH']);
const ABOUT_OPEN_FILES = new Set(['EIO', 'ENOSPC', 'EDQUOT', 'ESTALE', 'ETIMEDOUT']);

/** A new one each time: a promise that is shared would keep everything that ever waited for it. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

function outcomeOf<T>(act: () => T): () => T {
  try {
    const value = act();
    return () => value;
  } catch (error) {
    return () => {
      throw error as Error;
    };
  }
}

function quietly(act: (() => unknown) | undefined): void {
  try {
    act?.();
  } catch {
    // What happens instead is the point of this call.
  }
}

function described(strike: Strike): string {
  const when = { before: 'before it', after: 'after it', part: 'in the middle of it' }[strike.when];
  switch (strike.kind) {
    case 'error':
      return `fails with ${strike.code} ${when}`;
    case 'sleep':
      return `the PC falls asleep ${when} for ${Math.round(strike.for / 1_000)} s`;
    case 'kill':
      return `the program is killed ${when}`;
    case 'power':
      return `the power fails ${when}`;
  }
}
