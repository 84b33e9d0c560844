import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Mutant } from '../../../scripts/simulate/types';

const { MUTANTS } = (await import(`${process.cwd()}/scripts/simulate/mutants.mjs`)) as {
  readonly MUTANTS: readonly Mutant[];
};

/** The fewest protections that are taken away one at a time. */
const LEAST = 25;

it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
  'the text that a mutant of the simulator replaces is once in the source: %s',
  (_name, mutant) => {
    for (const { file, find } of [mutant, ...(mutant.also ?? []), ...(mutant.besides ?? [])])
      expect(readFileSync(file, 'utf8').split(find).length - 1).toBe(1);
  },
);

it('there are enough of them, each under a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(LEAST);
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});
