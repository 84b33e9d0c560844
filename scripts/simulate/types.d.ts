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
  readonly told: (story: object, showCalls?: boolean) => Promise<readonly string[]>;
  readonly shrunk: (seed: string, number: number, kind: string) => Promise<object>;
  readonly exhaust: (
    say: (text: string) => void,
  ) => Promise<{ readonly stories: number; readonly failed: readonly Failed[] }>;
  readonly runBatch: (base: string, from: number, to: number, untilFailed?: boolean) => Promise<Batch>;
}
