import { EXTENSION, lockPathOf } from '../../electron/files/names';
import { EPOCH, SHARE } from './setting';
import { STALE_AFTER, type Holder } from './people/ledger';
import type { Person } from './people/person';
import type { Play } from './run';
import { userOf } from './oracle/lockOwner';
import type { Process } from './world/pc';
import { statusOf, type Volume } from './world/volume';

/** An owner who is awake gives a sign of life at least this often (ms), on the slowest share and as coarse as times may be. */
const SIGN_OF_LIFE = 15_000;

/** A call that was made during trouble ends within this time (ms). */
const SLOWEST_CALL = 60_000;

/** The end of every story: trouble is over, programs close, everybody starts again, takes every offer and opens their documents. */
export class Comeback {
  constructor(private readonly play: Play) {}

  async run(): Promise<void> {
    this.#heal();
    await this.#settle();
    await this.#judgeLife();
    await this.#closePrograms();
    await this.play.wait(STALE_AFTER + 15_000);
    this.#judgeLocks();
    for (const person of this.play.people) person.stop();
    await this.play.wait(STALE_AFTER + 15_000);
    await this.#recover();
    for (const person of this.play.people) person.stop();
  }

  /** All trouble is over. */
  #heal(): void {
    this.play.say('the world', 'all trouble is over');
    for (const volume of [this.play.share, ...this.play.pcs.map(({ disk }) => disk.volume)]) {
      volume.full = undefined;
      volume.isReadOnly = false;
    }
    for (const pc of this.play.pcs) {
      pc.strikes.clear();
      pc.watches.clear();
      pc.settings.errorRate = 0;
      pc.settings.spikes = 0;
      pc.settings.shareLatency = Math.min(pc.settings.shareLatency, 20);
      for (const mount of pc.mounts) if (mount.reach.kind !== 'up') mount.leave({ kind: 'up' }, false);
    }
    this.play.isOver = true;
  }

  async #closePrograms(): Promise<void> {
    await this.play.until(() => this.play.ledger.waiting.size === 0, 'a call is not answered');
    const closing = this.play.people.map(async (person) => {
      if (person.service) await person.closeEverything();
    });
    await this.play.awaited(Promise.all(closing), 'the programs do not close');
    for (const [, { what, process }] of this.play.ledger.waiting)
      if (!process.isDead)
        this.play.ledger.violate('hang', `no answer: ${what.replace(/〈.*?〉|\S*hyoka\S*/g, '…')}`);
    this.play.ledger.waiting.clear();
  }

  /** Whoever has a document open and is awake gives signs of life, which others see. */
  async #judgeLife(): Promise<void> {
    // A crash may bring a lock back that is not the one which the owner holds.
    if (this.play.ledger.serverCrashedAt > -Infinity) return;
    let silent: readonly string[] = [];
    // A sign that was under way when the trouble ended may still take its time.
    for (let waited = 0; waited < SLOWEST_CALL; waited += SIGN_OF_LIFE) {
      await this.play.wait(SIGN_OF_LIFE);
      silent = this.play.ledger.owners.filter((owner) => this.#isSilent(owner)).map(({ path }) => path);
      if (silent.length === 0) return;
    }
    for (const path of silent)
      this.play.ledger.violate('silent owner', `${path} is open and its lock gives no sign of life`);
  }

  #isSilent({ path, process }: Holder): boolean {
    const { scheduler, people } = this.play;
    const { volume, inside } = this.#placeOf(process, path);
    const lock = statusOf(volume, lockPathOf(inside));
    const user = people.find((person) => person.process === process)?.plan.name;
    if (!lock || userOf(volume, lockPathOf(inside)) !== user) return false;
    const isAwake = process.pc.asleepUntil < scheduler.now - SIGN_OF_LIFE;
    return isAwake && this.#age(volume, lock.modified) > SIGN_OF_LIFE;
  }

  #placeOf({ pc }: Process, path: string): { readonly volume: Volume; readonly inside: string } {
    const mount = pc.mountOf(path);
    return { volume: mount.volume, inside: mount.inside(path) };
  }

  /** Whoever has closed everything keeps no lock fresh. */
  #judgeLocks(): void {
    for (const { path } of this.play.story.documents) {
      for (const [volume, inside] of this.#volumesOf(path)) {
        const lock = statusOf(volume, lockPathOf(inside));
        const probe = statusOf(volume, inside);
        if (lock && probe && this.#age(volume, lock.modified) < STALE_AFTER - 20_000)
          this.play.ledger.violate('lock left', `${path} is closed everywhere and its lock is kept fresh`);
      }
    }
  }

  #age(volume: Volume, modified: number): number {
    const plan = this.play.story.pcs[this.play.pcs.findIndex(({ disk }) => disk.volume === volume)];
    return EPOCH + this.play.scheduler.now + (plan ? plan.offset : this.play.story.share.offset) - modified;
  }

  #volumesOf(path: string): readonly (readonly [Volume, string])[] {
    if (path.startsWith(`${SHARE}/`)) return [[this.play.share, path.slice(SHARE.length)]];
    return this.play.pcs.map(({ disk }) => [disk.volume, path] as const);
  }

  /** Until everything is saved, or will not be saved without a decision; no longer than the longest wait between two tries. */
  async #settle(): Promise<void> {
    for (let waited = 0; waited < 70_000; waited += 5_000) {
      await this.play.wait(5_000);
      if (this.play.ledger.waiting.size === 0 && this.play.people.every(({ isSettled }) => isSettled)) return;
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
    for (const person of this.play.people) {
      await this.play.awaited(
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
      this.play.ledger.violate(
        'still offered',
        `${person.plan.name} is offered ${String(left.length)} documents after having taken them all`,
      );
  }

  async #openToEdit(person: Person, path: string): Promise<void> {
    const view = await person.open(path);
    const isLocked =
      view?.access.kind === 'readOnly' && ['locked', 'staleLock', 'free'].includes(view.access.why);
    const mine = isLocked ? await person.open(path, { takeOver: true }) : view;
    if (!mine)
      this.play.ledger.violate('cannot open', `a document cannot be opened after all trouble is over`);
    else if (mine.access.kind === 'readOnly')
      this.play.ledger.violate('locked for ever', `${path}: ${mine.access.why}`);
  }

  #has(person: Person, path: string): boolean {
    const mount = person.pc.mountOf(path);
    return path.endsWith(EXTENSION) && statusOf(mount.volume, mount.inside(path)) !== undefined;
  }

  #rest(person: Person, duration: number): Promise<void> {
    return new Promise((resolve) => void this.play.scheduler.after(duration, person.pc, resolve));
  }
}
