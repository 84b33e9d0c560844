/** Whose work an event is: it waits while its owner sleeps and is dropped once its owner is dead. */
export interface Owner {
  readonly isDead: boolean;
  /** World time (ms) until which nothing of this owner runs; 0 where it is awake. */
  readonly asleepUntil: number;
}

/** An event of the world itself: it is never asleep and never dead. */
export const WORLD: Owner = { isDead: false, asleepUntil: 0 };

export interface Scheduled {
  at: number;
  readonly tie: number;
  readonly order: number;
  readonly owner: Owner;
  work: (() => void) | undefined;
}

/**
 * Virtual time. Events run one by one in the order of their time; those of the same time in the order of their tie, which
 * the seed draws. After each event all promises settle before time moves on.
 */
export class Scheduler {
  /** Milliseconds of the world since the story began. */
  now = 0;
  /** Events that have run. */
  count = 0;
  readonly #heap: Scheduled[] = [];
  #order = 0;

  constructor(private readonly tie: () => number) {}

  after(delay: number, owner: Owner, work: () => void): Scheduled {
    const event = { at: this.now + Math.max(0, delay), tie: this.tie(), order: this.#order++, owner, work };
    this.#push(event);
    return event;
  }

  cancel(event: Scheduled): void {
    event.work = undefined;
  }

  /** Runs until `isOver` or until nothing is left; false where neither came before the limits. */
  async run(
    isOver: () => boolean,
    limits: { readonly until: number; readonly events: number },
  ): Promise<boolean> {
    await settled();
    const last = this.count + limits.events;
    while (!isOver()) {
      const event = this.#pop();
      if (!event) return true;
      if (event.at > limits.until || this.count >= last) {
        this.#push(event);
        return false;
      }
      if (this.#step(event)) await settled();
    }
    return true;
  }

  /** Whether anything ran. */
  #step(event: Scheduled): boolean {
    const { work, owner } = event;
    if (!work || owner.isDead) return false;
    if (owner.asleepUntil > event.at) {
      event.at = owner.asleepUntil;
      this.#push(event);
      return false;
    }
    this.now = Math.max(this.now, event.at);
    this.count += 1;
    work();
    return true;
  }

  #push(event: Scheduled): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(event, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = event;
  }

  #pop(): Scheduled | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first && last && last !== first) this.#sink(last);
    return first;
  }

  #sink(event: Scheduled): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      const [one, two] = [heap[left], heap[left + 1]];
      if (!one) break;
      const child = two && isBefore(two, one) ? two : one;
      if (!isBefore(child, event)) break;
      heap[at] = child;
      at = child === one ? left : left + 1;
    }
    heap[at] = event;
  }
}

function isBefore(a: Scheduled, b: Scheduled): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.tie === b.tie ? a.order < b.order : a.tie < b.tie;
}

/** All promises that could settle have settled: the runtime empties their queue before it turns to an immediate. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
