import type { Pc, Process } from '../world/pc';

/** Nobody takes the place of an owner who gave a sign of life within this time (ms): promised, whatever the program does. */
export const STALE_AFTER = 120_000;

/** A call that changes a document, with words that occur nowhere else. */
export interface Entry {
  readonly id: number;
  readonly person: string;
  readonly kind: 'edit' | 'undo' | 'comment' | 'attach';
  /** Of the file that was open when it was made. */
  readonly path: string;
  /** For `undo`: what was taken back. For `attach`: the hash. */
  words: readonly string[];
  /** `unkept`: answered as neither in the file nor in the journal. `cut`: the program died before it answered. */
  state: 'asked' | 'acknowledged' | 'unkept' | 'refused' | 'same moment';
  acknowledgedAt: number;
}

export interface Violation {
  readonly kind: ViolationKind;
  readonly text: string;
}

export type ViolationKind =
  | 'lost'
  | 'overwritten'
  | 'untold'
  | 'torn'
  | 'inconsistent'
  | 'unreadable'
  | 'taken early'
  | 'without the lock'
  | 'locked for ever'
  | 'lock left'
  | 'silent owner'
  | 'hang'
  | 'unforeseen'
  | 'cannot open'
  | 'hidden'
  | 'still offered';

/** A decision of a person by which another version goes. */
interface Decision {
  readonly path: string;
  readonly at: number;
}

/** A file that somebody wrote without a lock. */
interface OutsideWrite {
  readonly entry: Entry;
  /** Calls that each PC had made until then. */
  readonly calls: ReadonlyMap<Pc, number>;
}

/**
 * Between the last look at a file and its renaming there are so many calls that nobody can see what happens during them: what is
 * written then by another program is at the very same moment, and the file system decides.
 */
const SAME_MOMENT = 4;

/** Signs of life of one lock: the latest, and the latest long silence before (how long it was, when it ended). */
interface Beats {
  readonly last: number;
  readonly silentUntil: number;
  readonly silence: number;
}

/** A session that has a file open for editing. */
export interface Holder {
  readonly session: string;
  readonly path: string;
  readonly process: Process;
}

/** Two spellings may name one file. */
function isOneName(a: string, b: string): boolean {
  return a === b || a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** A path on a disk names another file on each PC. */
function isSameFile(path: string, one: Process, other: Process): boolean {
  return one.pc.mountOf(path).volume === other.pc.mountOf(path).volume;
}

/** What people did and were told: against it the disks are compared at the end. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly violations: Violation[] = [];
  /** Files that a person has chosen or was told of. */
  readonly known = new Set<string>();
  readonly decisions: Decision[] = [];
  readonly waiting = new Map<
    number,
    { readonly what: string; readonly process: Process; readonly since: number }
  >();
  serverCrashedAt = -Infinity;
  readonly #let = new Set<string>();
  /** How many moves to other files are under way for each session: until all are answered nobody can say which file it has. */
  readonly #moving = new Map<string, number>();
  readonly #holders = new Map<string, Holder>();
  readonly #beats = new Map<Process, Map<string, Beats>>();
  readonly #outside: OutsideWrite[] = [];
  readonly #unkept = new Map<string, Entry[]>();
  #calls = 0;
  #words = 0;

  constructor(private readonly now: () => number) {}

  word(): string {
    this.#words += 1;
    return `〈${this.#words.toString(36).padStart(4, '0')}〉`;
  }

  ask(entry: Pick<Entry, 'person' | 'kind' | 'path' | 'words'>): Entry {
    const asked: Entry = { ...entry, id: this.entries.length + 1, state: 'asked', acknowledgedAt: 0 };
    this.entries.push(asked);
    return asked;
  }

  acknowledge(entry: Entry): void {
    entry.state = 'acknowledged';
    entry.acknowledgedAt = this.now();
  }

  unkept(entry: Entry, session: string): void {
    entry.state = 'unkept';
    this.#unkept.set(session, [...(this.#unkept.get(session) ?? []), entry]);
  }

  /** The program says that everything of the session is kept. */
  kept(session: string): void {
    for (const entry of this.#unkept.get(session) ?? []) this.acknowledge(entry);
    this.#unkept.delete(session);
  }

  decide(path: string): void {
    this.decisions.push({ path, at: this.now() });
  }

  violate(kind: ViolationKind, text: string): void {
    if (!this.violations.some((other) => other.kind === kind && other.text === text))
      this.violations.push({ kind, text });
  }

  begin(what: string, process: Process): number {
    this.#calls += 1;
    this.waiting.set(this.#calls, { what, process, since: this.now() });
    return this.#calls;
  }

  end(call: number): void {
    this.waiting.delete(call);
  }

  /** The process has written the lock. */
  beat(lockPath: string, process: Process): void {
    const beats = this.#beats.get(process) ?? new Map<string, Beats>();
    const before = beats.get(lockPath);
    const isAwake = before !== undefined && this.now() - before.last < STALE_AFTER / 2;
    const silentUntil = isAwake ? before.silentUntil : this.now();
    const silence = isAwake ? before.silence : this.now() - (before?.last ?? -Infinity);
    this.#beats.set(process, beats.set(lockPath, { last: this.now(), silentUntil, silence }));
  }

  /**
   * For how long the owner had been silent when somebody looked at its lock in order to take it over: one that wakes, or takes it over as
   * well, between that look and the taking over is as late as one that does so right after it.
   */
  #silence(lockPath: string, process: Process, tolerance: number): number {
    const beats = this.#beats.get(process)?.get(lockPath);
    if (!beats) return Infinity;
    const isJustAwake = this.now() - beats.silentUntil < tolerance;
    return Math.max(this.now() - beats.last, isJustAwake ? beats.silence : 0);
  }

  /** The session has this file open for editing, as its person sees it. */
  holds(holder: Holder): void {
    if (!this.#let.has(holder.session)) this.#holders.set(holder.session, holder);
  }

  /** The session is asked to go on in another file. */
  moves(session: string): void {
    this.#moving.set(session, this.#movesOf(session) + 1);
  }

  /** That was answered: either it did, or it has the file that it had. */
  moved(session: string): void {
    this.#moving.set(session, this.#movesOf(session) - 1);
  }

  #movesOf(session: string): number {
    return this.#moving.get(session) ?? 0;
  }

  /** From the moment a person closes it. */
  lets(session: string): void {
    this.#let.add(session);
    this.#holders.delete(session);
  }

  wroteOutside(entry: Entry, pcs: readonly Pc[]): void {
    this.acknowledge(entry);
    this.#outside.push({ entry, calls: new Map(pcs.map((pc) => [pc, pc.calls])) });
  }

  /** The process has put another file in the place of this one. */
  replaced(path: string, { pc }: Process): void {
    for (const { entry, calls } of this.#outside)
      if (isOneName(entry.path, path) && pc.calls - (calls.get(pc) ?? 0) <= SAME_MOMENT)
        entry.state = 'same moment';
  }

  /** The process has put its lock in the place of another one. `tolerance`: how far times may be off without anybody's fault (ms). */
  tookOver(path: string, lockPath: string, process: Process, tolerance: number): void {
    for (const other of this.othersAt(path, process)) {
      const silence = this.#silence(lockPath, other.process, tolerance);
      if (silence < STALE_AFTER - tolerance && this.now() - silence > this.serverCrashedAt)
        this.violate(
          'taken early',
          `${process.pc.settings.name} has the lock of ${path}, whose owner works and was silent for ${(silence / 1_000).toFixed(1)} s`,
        );
    }
  }

  /** The process has replaced a document whose lock names this owner. */
  wroteBeside(path: string, process: Process, owner: Process): void {
    if (this.othersAt(path, process).some((holder) => holder.process === owner))
      this.violate(
        'without the lock',
        `${process.pc.settings.name} replaces ${path}, which somebody else has open with its lock`,
      );
  }

  /** Everybody who has a file open for editing in a program that runs and moves it nowhere. */
  get owners(): readonly Holder[] {
    return [...this.#holders.values()].filter(
      ({ process, session }) => !process.isDead && this.#movesOf(session) === 0,
    );
  }

  /** Who has the same file open for editing in a program that runs. */
  othersAt(path: string, process: Process): readonly Holder[] {
    return [...this.#holders.values()].filter(
      ({ path: other, process: owner, session }) =>
        other === path &&
        owner !== process &&
        !owner.isDead &&
        this.#movesOf(session) === 0 &&
        isSameFile(path, owner, process),
    );
  }
}
