import type { Volume } from './volume';

/** How a PC reaches a volume. `empty`: the folder where the share belongs is there, without the share and local. */
export type Reach =
  { readonly kind: 'up' } | { readonly kind: 'away'; readonly code: string } | { readonly kind: 'empty' };

interface Cached {
  readonly until: number;
  readonly answer: () => unknown;
}

/** A volume as one PC sees it: reachable or not, and with what the PC remembers of it for a while. */
export class Mount {
  reach: Reach = { kind: 'up' };
  /** Handles of an earlier connection are stale. */
  connection = 0;
  readonly #cache = new Map<string, Cached>();

  constructor(
    /** `/` for the disk of the PC. */
    readonly prefix: string,
    readonly volume: Volume,
    /** How long (ms) the PC believes what it has heard of a name; 0 for its own disk. */
    private readonly remembers: number,
    /** A request that is under way while the PC sleeps for longer (ms) never arrives: the connection is gone. */
    readonly connectionLasts = Infinity,
  ) {}

  get isRemote(): boolean {
    return this.prefix !== '/';
  }

  /** The path inside the volume. */
  inside(path: string): string {
    return this.isRemote ? path.slice(this.prefix.length) || '/' : path;
  }

  leave(reach: Reach, keepsHandles: boolean): void {
    this.reach = reach;
    if (!keepsHandles) this.connection += 1;
    this.#cache.clear();
  }

  /** Answers from memory, be it a result or an error, while it is fresh. */
  remembered<T>(call: string, path: string, ask: () => T): T {
    if (this.remembers === 0) return ask();
    const key = `${call} ${path}`;
    const now = this.volume.worldTime();
    const known = this.#cache.get(key);
    if (known && known.until > now) return known.answer() as T;
    const answer = outcome(ask);
    this.#cache.set(key, { until: now + this.remembers, answer });
    return answer();
  }

  /** What this PC changes it knows. */
  changed(path: string): void {
    if (this.remembers === 0) return;
    this.#cache.delete(`stat ${path}`);
    this.#cache.delete(`list ${path.slice(0, path.lastIndexOf('/')) || '/'}`);
  }
}

function outcome<T>(ask: () => T): () => T {
  try {
    const value = ask();
    return () => value;
  } catch (error) {
    return () => {
      throw error as Error;
    };
  }
}
