import { strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { itemsOf } from '../../../../../../shared/assessment/items';
import { editionsOf, formOf } from '../../../../../../shared/forms/catalog';
import type { FormId } from '../../../../../../shared/forms/types';
import { readText } from '../../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../../shared/intake/recognise/recognise';
import { type Difference, differences } from '../compared';
import type { Assessment } from '../../../../../../shared/assessment/types';
import { officeAssessment } from '../../../../../accuracy/ocr/office';
import { dice, filledAssessment } from '../filled';
import { asDrawn, type Drawing } from './drawOrder';
import { drawnPages, type Make } from './drawnSheet';

// Whole documents by the dozen; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** What programs do to the order of a page; LIKE is what published files mostly show. */
const MILD: Drawing = { swapped: 0.02, strayed: 0, detached: 0.1, reversed: 0.01, muddled: 0, torn: 0.005 };
const LIKE: Drawing = {
  swapped: 0.08,
  strayed: 0.02,
  detached: 0.35,
  reversed: 0.03,
  muddled: 0.01,
  torn: 0.015,
};

/** Worse than any seen. */
const HARD: Drawing = {
  swapped: 0.2,
  strayed: 0.06,
  detached: 0.6,
  reversed: 0.06,
  muddled: 0.03,
  torn: 0.05,
};

const CENTRED: Make = { labelWidth: 12, valueWidth: 45, centred: true, valueOnFirst: true, optionColumns: 2 };
const TOP: Make = { ...CENTRED, centred: false, valueOnFirst: false, optionColumns: 1 };

const SIZE = { files: 2, entries: 4, rows: 24 };
const FORMS: readonly FormId[] = ['form2', 'form3', 'form4'];
const EDITIONS = FORMS.flatMap((id) =>
  editionsOf(id)
    .slice(0, 2)
    .map((edition) => formOf(id, edition)),
);

interface Shares {
  readonly right: number;
  readonly silentlyWrong: number;
}

function shares(assessment: Assessment, make: Make, drawing: Drawing, seed: number): Shares {
  const text = asDrawn(drawnPages(assessment, make), drawing, dice(seed * 17 + 3));
  const read = recognise({ ...readText(strToU8(text), 'みなも市.txt'), order: 'scrambled' });
  const wanted = itemsOf(assessment);
  const wrong = withoutMoved(differences(wanted, read));
  const silent = wrong.filter(({ status, got }) => status === 'filled' && got !== '');
  return {
    right: 1 - wrong.filter(({ want }) => want !== '').length / wanted.length,
    silentlyWrong: silent.length / wanted.length,
  };
}

/** A row that is right but has another number, because one before it was lost, is right. */
function withoutMoved(all: readonly Difference[]): readonly Difference[] {
  const rows = all.filter(({ path }) => path.includes('.rows['));
  const [wanted, got] = [new Set(rows.map(({ want }) => want)), new Set(rows.map((row) => row.got ?? ''))];
  return all.map((one) =>
    rows.includes(one)
      ? { ...one, want: got.has(one.want) ? '' : one.want, got: wanted.has(one.got ?? '') ? '' : one.got }
      : one,
  );
}

describe('sheets drawn in a disturbed order', () => {
  const cases = EDITIONS.flatMap((form) => [1, 2].map((seed) => [form, seed] as const));
  it.each(cases)('$name, slightly (%#)', (form, seed) => {
    const got = shares(filledAssessment(form, seed, SIZE), seed === 1 ? CENTRED : TOP, MILD, seed);
    expect(got.right).toBeGreaterThanOrEqual(0.93);
    expect(got.silentlyWrong).toBeLessThanOrEqual(0.003);
  });
  it.each(cases)('$name, as published files are (%#)', (form, seed) => {
    const got = shares(filledAssessment(form, seed, SIZE), seed === 1 ? CENTRED : TOP, LIKE, seed);
    expect(got.right).toBeGreaterThanOrEqual(0.88);
    expect(got.silentlyWrong).toBeLessThanOrEqual(0.006);
  });
});

/** Documents as offices write them: entries that repeat, long texts of several paragraphs, rows of every kind. */
describe('documents of an office', () => {
  const bounds: readonly (readonly [FormId, Drawing, { right: number; silent: number }])[] = [
    ['form2', LIKE, { right: 0.88, silent: 0.001 }],
    ['form3', LIKE, { right: 0.93, silent: 0.004 }],
    ['form4', LIKE, { right: 0.92, silent: 0.005 }],
    ['form3', HARD, { right: 0.86, silent: 0.007 }],
    ['form4', HARD, { right: 0.82, silent: 0.007 }],
  ];
  it.each(bounds)('%s (%#)', (id, drawing, { right, silent }) => {
    const all = [11, 12, 13, 14].map((seed) => {
      const size = { files: 1 + (seed % 3), entries: 1 + ((seed * 3) % 6), rows: 25 };
      const edition = editionsOf(id)[seed % 2];
      const assessment = officeAssessment(formOf(id, edition), seed, size);
      return shares(assessment, seed % 2 ? TOP : CENTRED, drawing, seed);
    });
    expect(mean(all.map((one) => one.right))).toBeGreaterThanOrEqual(right);
    expect(mean(all.map((one) => one.silentlyWrong))).toBeLessThanOrEqual(silent);
  });
});

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
