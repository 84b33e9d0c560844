import { EXTENSION, lockPathOf } from '../../electron/files/names';
import type { Codec } from '../../electron/database/contract';
import { Coverage } from './campaign/coverage';
import { EPOCH, SHARE } from './setting';
import { Comeback } from './comeback';
import { strikeWorld } from './faults';
import { furnish } from './furnish';
import { findDocuments } from './oracle/findings';
import { judge } from './oracle/judge';
import { userOf } from './oracle/lockOwner';
import { Ledger, type Violation } from './people/ledger';
import { Person } from './people/person';
import type { PeopleWorld } from './people/world';
import type { Story } from './story';
import { LOCAL_KINDS, SHARE_KINDS } from './world/kinds';
import { Mount } from './world/mount';
import { Pc, type Process } from './world/pc';
import { Random } from './world/random';
import { Scheduler } from './world/scheduler';
import { smallCodec } from './world/smallCodec';
import { Volume } from './world/volume';

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
    this.share = new Volume(shareKind, () => EPOCH + scheduler.now + story.share.offset, worldTime, 0);
    this.world = this.#peopleWorld();
    this.#tolerance = 2 * shareKind.tick + story.share.remembers + 5_000;
    this.pcs = story.pcs.map((plan, at) => {
      const kind = LOCAL_KINDS[plan.kind] ?? LOCAL_KINDS[0];
      if (!kind) throw new Error('no disk');
      const disk = new Volume(kind, () => EPOCH + scheduler.now + plan.offset, worldTime, at + 1);
      const mounts = [
        new Mount(SHARE, this.share, story.share.remembers, story.share.connectionLasts),
        new Mount('/', disk, 0),
      ];
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
    furnish(this);
    for (const fault of this.story.faults) strikeWorld(this, fault);
    for (const person of this.people) person.begin();
    await this.until(() => this.people.every(({ isDone }) => isDone), 'the story does not end');
    if (this.options.isShort) return;
    await new Comeback(this).run();
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

  #observe(process: Process, call: string, path: string): void {
    if (call !== 'write' && call !== 'rename' && call !== 'open wx' && call !== 'link') return;
    const { ledger } = this;
    if (call === 'rename') {
      ledger.replaced(path, process);
      this.#judgeWriter(process, path);
    }
    if (!path.endsWith('.lock')) return;
    const document = this.#paths.find((other) => lockPathOf(other) === path);
    const isThere = process.pc.mountOf(path).reach.kind === 'up';
    if (call !== 'write' && document !== undefined && isThere && !this.#givesBack(process, path))
      ledger.tookOver(document, path, process, this.#tolerance);
    ledger.beat(path, process);
  }

  /** A lock that somebody else took over meanwhile gets its name back from whoever wanted to remove an own one. */
  #givesBack(process: Process, lockPath: string): boolean {
    const mount = process.pc.mountOf(lockPath);
    const user = userOf(mount.volume, mount.inside(lockPath));
    return (
      user !== undefined &&
      !this.people.some((person) => person.process === process && person.plan.name === user)
    );
  }

  /** Whoever replaces a document has its lock; the gap between looking and renaming is closed by the one who takes it over. */
  #judgeWriter(process: Process, path: string): void {
    const mount = process.pc.mountOf(path);
    if (!path.endsWith(EXTENSION) || mount.reach.kind !== 'up') return;
    const user = userOf(mount.volume, lockPathOf(mount.inside(path)));
    const owner = this.people.find(({ plan }) => plan.name === user)?.process;
    if (owner && owner !== process) this.ledger.wroteBeside(path, process, owner);
  }

  get #paths(): readonly string[] {
    return [...this.ledger.known];
  }

  /** Faults that have not begun do not begin any more. */
  isOver = false;

  #found() {
    const { codec } = this.world;
    const shared = findDocuments(this.share.root, SHARE, codec, undefined);
    return [...shared, ...this.pcs.flatMap(({ disk }) => findDocuments(disk.volume.root, '', codec, SHARE))];
  }

  async wait(duration: number): Promise<void> {
    const until = this.scheduler.now + duration;
    let isPast = false;
    this.scheduler.after(duration, { isDead: false, asleepUntil: 0 }, () => (isPast = true));
    await this.until(() => isPast || this.scheduler.now >= until, 'waiting does not end');
  }

  async awaited(work: Promise<unknown>, what: string): Promise<void> {
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
    await this.until(() => isDone, what);
    await Promise.race([noted, Promise.resolve()]);
  }

  async until(isOver: () => boolean, what: string): Promise<void> {
    const { scheduler, ledger } = this;
    const start = scheduler.now;
    const inTime = await scheduler.run(isOver, { until: start + LIMIT.duration, events: LIMIT.events });
    if (!inTime || !isOver()) ledger.violate('hang', what);
  }
}
