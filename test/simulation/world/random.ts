/** Numbers that follow from a seed alone (sfc32). Forks by name are independent of the order in which they are made. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(private readonly seed: string | number) {
    const text = String(seed);
    this.#a = hashOf(text, 0x9e3779b9);
    this.#b = hashOf(text, 0x243f6a88);
    this.#c = hashOf(text, 0xb7e15162);
    for (let round = 0; round < 12; round++) this.#next();
  }

  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 up to, but without, 1. */
  unit(): number {
    return this.#next() / 0x1_0000_0000;
  }

  /** A whole number from 0 up to, but without, `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  between(from: number, to: number): number {
    return from + this.unit() * (to - from);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    let rest = this.unit() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return this.pick(choices)[1];
  }

  /** Between `from` and `to` with equal weight for each order of magnitude. */
  magnitude(from: number, to: number): number {
    return from * (to / from) ** this.unit();
  }

  hex(bytes: number): string {
    let text = '';
    while (text.length < bytes * 2) text += this.#next().toString(16).padStart(8, '0');
    return text.slice(0, bytes * 2);
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }
}

/** FNV-1a with a final mix. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5 ^ start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}
