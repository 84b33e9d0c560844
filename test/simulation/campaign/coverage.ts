/** Which calls were made and what happened at them; what was reached. Adds up over any number of stories. */
export class Coverage {
  readonly calls = new Map<string, number>();
  readonly struck = new Map<string, number>();
  readonly reached = new Map<string, number>();

  called(call: string, strike: string | undefined): void {
    count(this.calls, call);
    if (strike !== undefined) count(this.struck, `${call} × ${strike}`);
  }

  reach(what: string): void {
    count(this.reached, what);
  }

  add(other: CoverageData): void {
    merge(this.calls, other.calls);
    merge(this.struck, other.struck);
    merge(this.reached, other.reached);
  }

  data(): CoverageData {
    return { calls: [...this.calls], struck: [...this.struck], reached: [...this.reached] };
  }
}

type Counts = readonly (readonly [string, number])[];

/** For handing over between threads. */
export interface CoverageData {
  readonly calls: Counts;
  readonly struck: Counts;
  readonly reached: Counts;
}

function count(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function merge(counts: Map<string, number>, more: Counts): void {
  for (const [key, number] of more) count(counts, key, number);
}
