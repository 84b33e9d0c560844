import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../../../shared/assessment/items';
import type { Assessment } from '../../../../../shared/assessment/types';
import { editionsOf, FORM_IDS, formOf } from '../../../../../shared/forms/catalog';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import type { Recognition } from '../../../../../shared/intake/result';
import { dice, filledAssessment } from './filled';
import { type Habits, PLAIN, recognitionText } from './recognitionText';
import { differences } from './compared';
import { asSheet } from './sheet';

const SIZE = { files: 2, entries: 2, rows: 6 };

function readBack(assessment: Assessment, habits: Habits): Recognition {
  return recognise(readText(strToU8(recognitionText(assessment, habits)), 'みなも市.txt'));
}

const HABITS: readonly (readonly [string, Partial<Habits>])[] = [
  ['plain', {}],
  ['full width', { width: 'full', ticks: 'spaced' }],
  ['letters for circles', { ticks: 'letters', options: 'entities' }],
  ['inputs for circles', { ticks: 'inputs', options: 'unmarked' }],
  ['options in rows of their own', { options: 'rows', groups: false }],
  ['no options printed', { options: 'none' }],
  ['values as paragraphs', { spill: true, pages: true }],
  ['numbers lost', { numbers: false }],
];

describe.each(FORM_IDS)('text recognition of %s', (id) => {
  it.each(HABITS)('%s: every value comes back', (_, habits) => {
    const assessment = filledAssessment(formOf(id), 7, SIZE);
    const read = readBack(assessment, { ...PLAIN, ...habits });
    expect(differences(itemsOf(assessment), read)).toEqual([]);
    expect(read.leftover).toEqual([]);
  });

  it.each(editionsOf(id))('edition %s', (edition) => {
    const assessment = filledAssessment(formOf(id, edition), 11, SIZE);
    const read = readBack(assessment, PLAIN);
    expect([read.form, read.edition]).toEqual([id, edition]);
    expect(differences(itemsOf(assessment), read)).toEqual([]);
  });

  it('laid out in the cells of a sheet', () => {
    const assessment = filledAssessment(formOf(id), 5, SIZE);
    const document = readText(
      strToU8(recognitionText(assessment, { ...PLAIN, ticks: 'spaced' })),
      'みなも市.txt',
    );
    const read = recognise(asSheet(document));
    expect(differences(itemsOf(assessment), read)).toEqual([]);
    expect(read.leftover).toEqual([]);
  });

  it('headings lost at random: what is wrong is not certain', () => {
    const silent: string[] = [];
    let total = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const assessment = filledAssessment(formOf(id), seed, SIZE);
      const roll = dice(seed * 31);
      const lost = new Set(
        itemsOf(assessment)
          .filter(() => roll() < 0.04)
          .map(({ path }) => path),
      );
      const read = readBack(assessment, { ...PLAIN, lose: (path) => lost.has(path) });
      const wrong = differences(itemsOf(assessment), read).filter(({ status }) => status === 'filled');
      silent.push(...wrong.map(({ path, got }) => `${String(seed)} ${path} ${String(got).slice(0, 60)}`));
      total += itemsOf(assessment).length;
    }
    expect(silent.length / total, silent.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
