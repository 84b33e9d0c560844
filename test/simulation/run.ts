import { STALE_AFTER } from '../../electron/files/lock/judgement';
import { EXTENSION, lockPathOf } from '../../electron/files/names';
import type { Codec } from '../../electron/store/codec';
import { Coverage } from './campaign/coverage';
import { SHARE } from './draw';
import { strikeWorld } from './faults';
import { findDocuments } from './oracle/findings';
import { judge } from './oracle/judge';
import { firstDocument } from './oracle/start';
import { Ledger, type Violation } from './people/ledger';
import { Person } from './people/person';
import type { PeopleWorld } from './people/world';
import type { Story } from './story';
import { LOCAL_KINDS, SHARE_KINDS } from './world/kinds';
import { Mount } from './world/mount';
import { Pc } from './world/pc';
import { Random } from './world/random';
import { Scheduler } from './world/scheduler';
import { encodeOlder, smallCodec } from './world/smallCodec';
import { statusOf, Volume } from './world/volume';

/** 2026-04-01, 00:00 UTC. */
const EPOCH = Date.UTC(2026, 3, 1);

export interface Outcome {
  readonly violations: readonly Violation[];
  /** Changes that the program acknowledged. */
  readonly acknowledged: number;
  readonly events: number;
  /** Of the world (ms). */
  readonly duration: number;
}

export interface RunOptions {
  readonly coverage?: Coverage;
  /** A line for each thing that happens. */
  readonly narrate?: (at: number, who: string, what: string) => void;
  /** Also every call of the programs. */
  readonly showCalls?: boolean;
  /** Without what comes after the story: nothing is judged. */
  readonly isShort?: boolean;
  /** The real file format, for stories that ask for it. */
  readonly realCodec?: Codec;
}

/** Plays a story to its end, lets everybody come back, and says what was lost. Always the same for the same story. */
export async function runStory(story: Story, options: RunOptions = {}): Promise<Outcome> {
  const play = new Play(story, options);
  await play.run();
  const { ledger, scheduler } = play;
  const acknowledged = ledger.entries.filter(({ state }) => state === 'acknowledged').length;
  return { violations: ledger.violations, acknowledged, events: scheduler.count, duration: scheduler.now };
}

/** Rejections that no code of the program waits for; the thread that runs stories fills it. */
export const unhandled: unknown[] = [];

const LIMIT = { duration: 4 * 3_600_000, events: 150_000 };

export class Play {
  readonly scheduler: Scheduler;
  readonly ledger: Ledger;
  readonly share: Volume;
  readonly pcs: readonly Pc[];
  readonly people: readonly Person[];
  readonly world: PeopleWorld;
  readonly #tolerance: number;

  constructor(
    readonly story: Story,
    private readonly options: RunOptions,
  ) {
    const random = new Random(`${story.seed}/world`);
    this.scheduler = new Scheduler(() => random.unit());
    const { scheduler } = this;
    this.ledger = new Ledger(() => scheduler.now);
    const worldTime = () => scheduler.now;
    const shareKind = SHARE_KINDS[story.share.kind] ?? SHARE_KINDS[0];
    if (!shareKind) throw new Error('no share');
    this.share = new Volume(shareKind, () => EPOCH + scheduler.now + story.share.offset, worldTime);
    this.world = this.#peopleWorld();
    this.#tolerance = 2 * shareKind.tick + story.share.remembers + 5_000;
    this.pcs = story.pcs.map((plan) => {
      const kind = LOCAL_KINDS[plan.kind] ?? LOCAL_KINDS[0];
      if (!kind) throw new Error('no disk');
      const disk = new Volume(kind, () => EPOCH + scheduler.now + plan.offset, worldTime);
      const mounts = [new Mount(SHARE, this.share, story.share.remembers), new Mount('/', disk, 0)];
      return new Pc({ ...plan }, mounts, scheduler, EPOCH, random.fork(plan.name));
    });
    this.people = story.pcs.flatMap((plan, at) =>
      plan.people.map((person, n) => {
        const pc = this.pcs[at];
        if (!pc) throw new Error('no PC');
        return new Person(this.world, person, pc, `/home/user${String(n + 1)}`);
      }),
    );
  }

  async run(): Promise<void> {
    this.#furnish();
    for (const fault of this.story.faults) strikeWorld(this, fault);
    for (const person of this.people) person.begin();
    await this.#until(() => this.people.every(({ isDone }) => isDone), 'the story does not end');
    if (this.options.isShort) return;
    this.#heal();
    await this.#settle();
    await this.#closePrograms();
    await this.#wait(STALE_AFTER + 15_000);
    this.#judgeLocks();
    for (const person of this.people) person.stop();
    await this.#wait(STALE_AFTER + 15_000);
    await this.#recover();
    for (const person of this.people) person.stop();
    judge(this.ledger, this.#found());
    for (const error of unhandled.splice(0))
      this.ledger.violate(
        'unforeseen',
        `nobody waits for ${error instanceof Error ? `${error.name} ${error.message.replace(/'.*'/, '')}` : String(error)}`,
      );
  }

  say(who: string, what: string): void {
    this.options.narrate?.(this.scheduler.now, who, what);
  }

  #peopleWorld(): PeopleWorld {
    const { story, options, scheduler, ledger } = this;
    return {
      scheduler,
      ledger,
      coverage: options.coverage ?? new Coverage(),
      documents: story.documents,
      codec: story.isRealFormat && options.realCodec ? options.realCodec : smallCodec,
      rebaseAt: story.rebaseAt,
      say: (who, what) => this.say(who, what),
      trace: options.showCalls
        ? (process, call, path, result) => this.say(process.pc.settings.name, `  ${call} ${path} ${result}`)
        : undefined,
      observe: (process, call, path) => this.#observe(process, call, path),
    };
  }

  #observe(process: Parameters<PeopleWorld['observe']>[0], call: string, path: string): void {
    if (call !== 'write' && call !== 'rename' && call !== 'open wx' && call !== 'link') return;
    const { ledger } = this;
    if (call === 'rename') ledger.replaced(path, process);
    if (!path.endsWith('.lock')) return;
    const document = this.#paths.find((other) => lockPathOf(other) === path);
    const isThere = process.pc.mountOf(path).reach.kind === 'up';
    if (call !== 'write' && document !== undefined && isThere)
      ledger.tookOver(document, path, process, this.#tolerance);
    ledger.beat(path, process);
  }

  get #paths(): readonly string[] {
    return [...this.ledger.known];
  }

  /** Folders and documents that are there from the beginning. */
  #furnish(): void {
    const homes = this.story.pcs.flatMap(({ people }, at) =>
      people.map((_, n) => ({ pc: this.pcs[at], home: `/home/user${String(n + 1)}` })),
    );
    for (const { disk } of this.pcs) {
      for (const folder of ['/home', SHARE]) disk.volume.makeFolder(folder);
      settleNames(disk.volume);
    }
    this.share.makeFolder('/福祉課');
    for (const { pc, home } of homes) pc?.disk.volume.makeFolder(home);
    this.story.documents.forEach((plan, at) => this.#putDocument(plan, at));
    for (const { path } of this.story.documents) this.ledger.known.add(path);
    for (const volume of [this.share, ...this.pcs.map(({ disk }) => disk.volume)]) settleNames(volume);
  }

  #putDocument({ path, isOlder }: Story['documents'][number], at: number): void {
    const document = firstDocument(`d${String(at)}`);
    const stamp = { save: String(at).padStart(16, '0'), program: 'simulated' };
    const { codec } = this.world;
    const bytes =
      isOlder && codec === smallCodec ? encodeOlder(document, stamp) : codec.create(document).export(stamp);
    const isShared = path.startsWith(SHARE);
    const volumes = isShared ? [this.share] : this.pcs.map(({ disk }) => disk.volume);
    for (const volume of volumes) {
      const inside = isShared ? path.slice(SHARE.length) : path;
      if (inside.length * 3 <= volume.kind.maxPath) putFile(volume, inside, bytes);
    }
  }

  /** All trouble is over. */
  #heal(): void {
    this.say('the world', 'all trouble is over');
    for (const volume of [this.share, ...this.pcs.map(({ disk }) => disk.volume)]) {
      volume.full = undefined;
      volume.isReadOnly = false;
    }
    for (const pc of this.pcs) {
      pc.strikes.clear();
      pc.settings.errorRate = 0;
      pc.settings.spikes = 0;
      pc.settings.shareLatency = Math.min(pc.settings.shareLatency, 20);
      for (const mount of pc.mounts) if (mount.reach.kind !== 'up') mount.leave({ kind: 'up' }, false);
    }
    this.isOver = true;
  }

  /** Faults that have not begun do not begin any more. */
  isOver = false;

  async #closePrograms(): Promise<void> {
    await this.#until(() => this.ledger.waiting.size === 0, 'a call is not answered');
    const closing = this.people.map(async (person) => {
      if (person.service) await person.closeEverything();
    });
    await this.#awaited(Promise.all(closing), 'the programs do not close');
    for (const [, { what, process }] of this.ledger.waiting)
      if (!process.isDead)
        this.ledger.violate('hang', `no answer: ${what.replace(/〈.*?〉|\S*hyoka\S*/g, '…')}`);
    this.ledger.waiting.clear();
  }

  /** Whoever has closed everything keeps no lock fresh. */
  #judgeLocks(): void {
    for (const { path } of this.story.documents) {
      for (const [volume, inside] of this.#volumesOf(path)) {
        const lock = statusOf(volume, lockPathOf(inside));
        const probe = statusOf(volume, inside);
        if (lock && probe && this.#age(volume, lock.modified) < STALE_AFTER - 20_000)
          this.ledger.violate('lock left', `${path} is closed everywhere and its lock is kept fresh`);
      }
    }
  }

  #age(volume: Volume, modified: number): number {
    const plan = this.story.pcs[this.pcs.findIndex(({ disk }) => disk.volume === volume)];
    return EPOCH + this.scheduler.now + (plan ? plan.offset : this.story.share.offset) - modified;
  }

  #volumesOf(path: string): readonly (readonly [Volume, string])[] {
    if (path.startsWith(`${SHARE}/`)) return [[this.share, path.slice(SHARE.length)]];
    return this.pcs.map(({ disk }) => [disk.volume, path] as const);
  }

  /** Until everything is saved, or will not be saved without a decision; no longer than the longest wait between two tries. */
  async #settle(): Promise<void> {
    for (let waited = 0; waited < 70_000; waited += 5_000) {
      await this.#wait(5_000);
      if (this.ledger.waiting.size === 0 && this.people.every(({ isSettled }) => isSettled)) return;
    }
  }

  /** A document on the share is opened by one of those who know it. */
  #isToOpen(person: Person, path: string): boolean {
    if (!this.#has(person, path) || this.#opened.has(path)) return false;
    if (path.startsWith(`${SHARE}/`)) this.#opened.add(path);
    return true;
  }

  readonly #opened = new Set<string>();

  /** Everybody starts the program again, takes every offer and opens the documents they know. */
  async #recover(): Promise<void> {
    for (const person of this.people) {
      await this.#awaited(
        this.#recoverOne(person),
        `${person.plan.name} does not come to an end with recovering`,
      );
      person.stop();
    }
  }

  async #recoverOne(person: Person): Promise<void> {
    for (let round = 0; round < 3; round++) if ((await person.takeOffers()) === 0) break;
    for (const path of person.known) if (this.#isToOpen(person, path)) await this.#openToEdit(person, path);
    await this.#rest(person, 1_000);
    await person.closeEverything();
    const left = (await person.ask('asks what can be recovered', (service) => service.recoverable())) ?? [];
    if (left.length > 0)
      this.ledger.violate(
        'still offered',
        `${person.plan.name} is offered ${String(left.length)} documents after having taken them all`,
      );
  }

  async #openToEdit(person: Person, path: string): Promise<void> {
    const view = await person.open(path);
    const isLocked =
      view?.access.kind === 'readOnly' && ['locked', 'staleLock', 'free'].includes(view.access.why);
    const mine = isLocked ? await person.open(path, { takeOver: true }) : view;
    if (!mine) this.ledger.violate('cannot open', `a document cannot be opened after all trouble is over`);
    else if (mine.access.kind === 'readOnly')
      this.ledger.violate('locked for ever', `${path}: ${mine.access.why}`);
  }

  #has(person: Person, path: string): boolean {
    const mount = person.pc.mountOf(path);
    return path.endsWith(EXTENSION) && statusOf(mount.volume, mount.inside(path)) !== undefined;
  }

  #found() {
    const { codec } = this.world;
    const shared = findDocuments(this.share.root, SHARE, codec, undefined);
    return [...shared, ...this.pcs.flatMap(({ disk }) => findDocuments(disk.volume.root, '', codec, SHARE))];
  }

  #rest(person: Person, duration: number): Promise<void> {
    return new Promise((resolve) => void this.scheduler.after(duration, person.pc, resolve));
  }

  async #wait(duration: number): Promise<void> {
    const until = this.scheduler.now + duration;
    let isPast = false;
    this.scheduler.after(duration, { isDead: false, asleepUntil: 0 }, () => (isPast = true));
    await this.#until(() => isPast || this.scheduler.now >= until, 'waiting does not end');
  }

  async #awaited(work: Promise<unknown>, what: string): Promise<void> {
    let isDone = false;
    const noted = work.then(
      () => (isDone = true),
      (error: unknown) => {
        isDone = true;
        this.ledger.violate(
          'unforeseen',
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
      },
    );
    await this.#until(() => isDone, what);
    await Promise.race([noted, Promise.resolve()]);
  }

  async #until(isOver: () => boolean, what: string): Promise<void> {
    const { scheduler, ledger } = this;
    const start = scheduler.now;
    const inTime = await scheduler.run(isOver, { until: start + LIMIT.duration, events: LIMIT.events });
    if (!inTime || !isOver()) ledger.violate('hang', what);
  }
}

function putFile(volume: Volume, path: string, bytes: Uint8Array): void {
  if (statusOf(volume, path)) return;
  const handle = volume.open(path, 'wx', 0o644, 'before');
  handle.write(bytes);
  handle.flush();
  handle.close();
}

/** What was there before the story is on the disk. */
function settleNames(volume: Volume): void {
  volume.flushNames();
}
