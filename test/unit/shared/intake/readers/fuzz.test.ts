import fc from 'fast-check';
import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCE_ERRORS } from '../../../../../shared/commands/intake';
import { intake, type Intake } from '../../../../../shared/intake/intake';
import { OWN_FILES } from '../../../../fuzz/seeds';
import { mutated, mutatedParts } from './mutation';
import { CONTEXT } from './office';
import { hasEdition } from '../../../../../shared/forms/catalog';
import { counter } from '../../assessment/arbitrary';

const files = OWN_FILES.map(({ format, bytes }) => [format, bytes] as const);

/** Read, with a form of ours and something in it, or refused with a reason that has a sentence. */
function expectAnswer(answer: Intake): void {
  if (!answer.ok) return expect(Object.keys(SOURCE_ERRORS)).toContain(answer.error.code);
  const { form, edition, items, leftover, images, blocks, assessment } = answer.recognition;
  expect(hasEdition(form, edition)).toBe(true);
  const found = items.filter(({ status }) => status !== 'missing');
  if (!assessment) expect(found.length + leftover.length + images.length + blocks.length).toBeGreaterThan(0);
}

/** FUZZ=20 for a long run. */
const LONGER = Number(process.env.FUZZ ?? 1);

/** ms; reading one of these takes some tens. */
const LIMIT = 5_000;

describe('mutated files', () => {
  it.each(files)(
    'of %s are read or refused, in time and without a crash',
    async (format, bytes) => {
      await fc.assert(
        fc.asyncProperty(mutated(bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, `a.${format}`, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT);
        }),
        { numRuns: 60 * LONGER },
      );
    },
    60_000 * LONGER,
  );
});

const anyDamage = (path: string, bytes: Uint8Array) =>
  path.endsWith('.pdf') ? mutated(bytes) : fc.oneof(mutated(bytes), mutatedParts(bytes));

const samples = ['../shared/samples/000.docx', '../shared/samples/000.xlsx', '../shared/samples/000.pdf'];

describe('sound archives whose parts say something else', () => {
  it.each(files.filter(([format]) => format === 'docx' || format === 'xlsx'))(
    'of %s are read or refused, in time and without a crash',
    async (format, bytes) => {
      await fc.assert(
        fc.asyncProperty(mutatedParts(bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, `a.${format}`, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT);
        }),
        { numRuns: 30 * LONGER },
      );
    },
    60_000 * LONGER,
  );
});

describe('mutated files of another program', () => {
  it.runIf(samples.every(existsSync)).each(samples)(
    '%s',
    async (path) => {
      const bytes = new Uint8Array(readFileSync(path));
      await fc.assert(
        fc.asyncProperty(anyDamage(path, bytes), async (broken) => {
          const started = performance.now();
          expectAnswer(await intake(broken, path, { ...CONTEXT, newId: counter() }));
          expect(performance.now() - started).toBeLessThan(LIMIT * 2);
        }),
        { numRuns: 6 * LONGER },
      );
    },
    120_000 * LONGER,
  );
});
