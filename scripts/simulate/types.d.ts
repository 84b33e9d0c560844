/* What the scripts know of the bundled simulator (test/simulation/campaign/main.ts). */

export type Counts = readonly (readonly [string, number])[];

export interface Failed {
  readonly seed: string;
  readonly kinds: readonly string[];
  readonly text: string;
}

export interface Batch {
  readonly stories: number;
  readonly acknowledged: number;
  readonly events: number;
  readonly duration: number;
  readonly failed: readonly Failed[];
  readonly coverage: { readonly calls: Counts; readonly struck: Counts; readonly reached: Counts };
}

export interface Simulator {
  readonly storyOf: (seed: string, number: number) => object;
  readonly played: (story: object) => Promise<{ readonly violations: readonly { readonly kind: string }[] }>;
  readonly storyLines: (story: object, showCalls?: boolean) => Promise<readonly string[]>;
  readonly shrunk: (seed: string, number: number, kind: string) => Promise<object>;
  readonly exhaust: (
    say: (text: string) => void,
  ) => Promise<{ readonly stories: number; readonly failed: readonly Failed[] }>;
  readonly runBatch: (base: string, from: number, to: number, untilFailed?: boolean) => Promise<Batch>;
}

/** Replaces text of the source, which is exactly once in it. */
export interface SourceEdit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * `also`: more edits of the same mutant. `besides`: protections that close the same gap; they are taken away from the program that the
 * mutant is compared with as well, so that what is found is the work of the mutant alone.
 */
export interface Mutant extends SourceEdit {
  readonly name: string;
  readonly also?: readonly SourceEdit[];
  readonly besides?: readonly SourceEdit[];
}
