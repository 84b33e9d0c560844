import { strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { itemsOf } from '../../../../../shared/assessment/items';
import type { Assessment } from '../../../../../shared/assessment/types';
import type { FormId } from '../../../../../shared/forms/types';
import { editionsOf, FORM_IDS, formOf } from '../../../../../shared/forms/catalog';
import { readDocx } from '../../../../../shared/intake/readers/docx/read';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import type { Recognition } from '../../../../../shared/intake/result';
import { dice, filledAssessment } from './filled';
import { type Habits, PLAIN, recognitionText } from './recognitionText';
import { differences } from './compared';
import { CONTEXT, docxOf, tbl, tc } from '../readers/office';
import { asSheet } from './sheet';

// Whole documents by the dozen; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

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

  it('the stamp as a row of the cover, label and value, is its item and not left over', () => {
    const { stamp } = formOf(id);
    const cover = tbl([tc('評価書番号'), tc('7')], [tc(stamp, '<w:shd w:fill="E8EEF6"/>'), tc(stamp)]);
    const read = recognise(readDocx(docxOf(cover), 'みなも市.docx', CONTEXT));
    expect(read.items.find(({ path }) => path === 'cover.form_edition')).toMatchObject({ value: stamp });
    expect(read.leftover).toEqual([]);
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

  // Where the cut goes from one file into the same place of the next, nothing in the text tells.
  const accidents: readonly (readonly [string, number, (text: string, seed: number) => string])[] = [
    ['pages lost', 0.02, withoutPages],
    ['lines that changed places', 0.005, withSwaps],
    ['characters misread in headings', 0.005, withMisreadings],
  ];

  it.each(accidents)('%s: what is wrong is not certain', (_, most, accident) => {
    const { share, report } = silentShare(id, (assessment, seed) =>
      accident(recognitionText(assessment, PLAIN), seed),
    );
    expect(share, report).toBeLessThanOrEqual(most);
  });

  it('headings lost: what is wrong is not certain', () => {
    const { share, report } = silentShare(id, (assessment, seed) => {
      const roll = dice(seed * 31);
      const lost = new Set(
        itemsOf(assessment)
          .filter(() => roll() < 0.04)
          .map(({ path }) => path),
      );
      return recognitionText(assessment, { ...PLAIN, lose: (path) => lost.has(path) });
    });
    expect(share, report).toBeLessThanOrEqual(0.01);
  });
});

const DOCUMENTS = 6;

/** Share of the items that are wrong and said to be certain, over several documents. */
function silentShare(
  id: FormId,
  print: (assessment: Assessment, seed: number) => string,
): { share: number; report: string } {
  const silent: string[] = [];
  let total = 0;
  for (let seed = 1; seed <= DOCUMENTS; seed++) {
    const assessment = filledAssessment(formOf(id), seed, SIZE);
    const read = recognise(readText(strToU8(print(assessment, seed)), 'みなも市.txt'));
    const wrong = differences(itemsOf(assessment), read).filter(({ status }) => status === 'filled');
    silent.push(
      ...wrong.map(
        ({ path, want, got }) => `${String(seed)} ${path} ${want.slice(0, 40)} → ${String(got).slice(0, 60)}`,
      ),
    );
    total += itemsOf(assessment).length;
  }
  return { share: silent.length / total, report: silent.join('\n') };
}

/** Three stretches of up to forty lines are gone; the rows of changes keep their numbers. */
function withoutPages(text: string, seed: number): string {
  const roll = dice(seed * 17);
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.startsWith('変更日\t'));
  for (let n = 0; n < 3; n++) {
    const at = 25 + Math.floor(roll() * Math.max(1, end - 70));
    lines.fill('', at, Math.min(end, at + 8 + Math.floor(roll() * 32)));
  }
  return lines.join('\n');
}

function withSwaps(text: string, seed: number): string {
  const roll = dice(seed * 19);
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    const next = lines[at + 1] ?? '';
    const rows = [line, next].every((one) => /^[①-⑳その].*\t/.test(one));
    if (rows && roll() < 0.05) [lines[at], lines[at + 1]] = [next, line];
  });
  return lines.join('\n');
}

/** One character of every eighth heading is another. */
function withMisreadings(text: string, seed: number): string {
  const roll = dice(seed * 23);
  return text
    .split('\n')
    .map((line) => {
      const heading = line.split('\t')[0] ?? '';
      if (!line.includes('\t') || heading.length < 5 || heading.includes('年') || roll() > 0.12) return line;
      const at = 1 + Math.floor(roll() * (heading.length - 1));
      return `${heading.slice(0, at)}ฯ${heading.slice(at + 1)}${line.slice(heading.length)}`;
    })
    .join('\n');
}
