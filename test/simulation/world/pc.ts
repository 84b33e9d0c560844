import type { Mount } from './mount';
import type { Owner, Scheduler } from './scheduler';
import type { VolumeHandle } from './handle';
import type { Random } from './random';

/** What happens at one call of a program. */
export type Strike =
  | { readonly kind: 'kill'; readonly when: When }
  | { readonly kind: 'power'; readonly when: When }
  | { readonly kind: 'sleep'; readonly when: When; readonly for: number }
  | { readonly kind: 'error'; readonly when: When; readonly code: string };

/** Whether the call has had its effect when it happens; `part`: a write has written a part. */
export type When = 'before' | 'after' | 'part';

export interface PcSettings {
  readonly name: string;
  /** The name that the system answers; two PCs that were cloned have the same. */
  readonly hostName: string;
  /** The clock of the PC minus the true time (ms), and how fast it runs (1 = true). */
  readonly offset: number;
  readonly rate: number;
  /** Times of a usual call (ms): on the disk, on a share, and the share of calls that take a hundred times as long. */
  readonly diskLatency: number;
  shareLatency: number;
  spikes: number;
  /** Share of all calls that fail, and with what. */
  errorRate: number;
  readonly errorCodes: readonly string[];
}

/** A program that runs on a PC. */
export class Process implements Owner {
  isDead = false;
  readonly handles = new Set<VolumeHandle>();
  readonly #atDeath: (() => void)[] = [];

  constructor(
    readonly pc: Pc,
    readonly id: number,
    readonly random: Random,
  ) {}

  get asleepUntil(): number {
    return this.pc.asleepUntil;
  }

  onDeath(work: () => void): void {
    this.#atDeath.push(work);
  }

  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.pc.processes.delete(this);
    for (const handle of this.handles) handle.abandon();
    this.handles.clear();
    for (const work of this.#atDeath) work();
  }
}

/** Waits for calls; answers what happens at one. */
export interface Watch {
  readonly meet: (call: string, path: string) => Strike | undefined;
}

/** A PC with its clock, its disk, its shares and the programs that run. */
export class Pc implements Owner {
  readonly isDead = false;
  readonly processes = new Set<Process>();
  /** World time (ms). */
  asleepUntil = 0;
  /** Calls of all its programs so far; what `strikes` are counted by. */
  calls = 0;
  readonly strikes = new Map<number, Strike>();
  readonly watches = new Set<Watch>();
  #jumped = 0;
  #lastProcess = 0;

  constructor(
    readonly settings: PcSettings,
    /** The longest prefix first. */
    readonly mounts: readonly Mount[],
    private readonly scheduler: Scheduler,
    private readonly epoch: number,
    readonly random: Random,
  ) {}

  /** Milliseconds since 1970 UTC as this PC believes. */
  now(): number {
    const { offset, rate } = this.settings;
    return Math.floor(this.epoch + this.scheduler.now * rate + offset + this.#jumped);
  }

  /** What happens at the call that is made now. */
  strikeAt(call: string, path: string): Strike | undefined {
    this.calls += 1;
    let strike = this.strikes.get(this.calls);
    for (const watch of this.watches) strike = watch.meet(call, path) ?? strike;
    return strike;
  }

  jump(by: number): void {
    this.#jumped += by;
  }

  sleep(duration: number): void {
    this.asleepUntil = Math.max(this.asleepUntil, this.scheduler.now + duration);
  }

  start(): Process {
    this.#lastProcess += 1;
    const id = 1_000 + this.#lastProcess * 4 + this.random.below(4);
    const process = new Process(this, id, this.random.fork(`process ${this.#lastProcess}`));
    this.processes.add(process);
    return process;
  }

  /** Every program ends at once; of the disk only what was flushed is left, of shares what was sent. */
  powerCut(): void {
    for (const process of [...this.processes]) process.kill();
    for (const { isRemote, volume } of this.mounts) {
      if (isRemote) volume.clientCut(this.settings.name, this.random);
      else volume.powerCut(this.random);
    }
    this.asleepUntil = 0;
  }

  /** The server of the mount has started anew: it knows of no open file. */
  forgetHandles(mount: Mount): void {
    for (const process of this.processes) {
      for (const handle of process.handles) if (handle.isOn(mount.volume)) handle.forget();
    }
    mount.leave(mount.reach, false);
  }

  mountOf(path: string): Mount {
    const mount = this.mounts.find(
      ({ prefix }) => path === prefix || path.startsWith(prefix === '/' ? '/' : `${prefix}/`),
    );
    if (!mount) throw new Error(`no volume for ${path}`);
    return mount;
  }

  /** The disk of the PC itself. */
  get disk(): Mount {
    return this.mountOf('/');
  }
}
