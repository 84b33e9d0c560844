import { strToU8 } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { editionsOf, FORM_IDS, formOf } from '../../../shared/forms/catalog';
import type { FormId } from '../../../shared/forms/types';
import { readText } from '../../../shared/intake/readers/text';
import { recognise } from '../../../shared/intake/recognise/recognise';
import type { Dice } from '../../accuracy/ocr/dice';
import { officeAssessment } from '../../accuracy/ocr/office';
import { anyStyle, seenStyle, type Style } from '../../accuracy/ocr/style';
import { type Accidents, CALM, written } from '../../accuracy/ocr/write';
import { tally, type Tally } from '../../accuracy/score';

// Whole documents by the dozen; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** What is held, as shares: values right to the character, and wrong ones that are said to be certain. */
interface Family {
  readonly name: string;
  readonly style: (roll: Dice) => Style;
  readonly accidents?: Partial<Accidents>;
  readonly exact: number;
  readonly silent: number;
}

function only(layout: Style['layout']): Family['style'] {
  return (roll) => ({ ...seenStyle(roll), layout });
}

const NOISE: Partial<Accidents> = {
  ticksLost: 0.2,
  broken: 0.05,
  misread: 0.02,
  headingLost: 0.01,
  numberLost: 0.02,
  optionsTorn: 0.05,
  torn: 0.05,
  pageMarks: 0.5,
};

const FAMILIES: readonly Family[] = [
  { name: 'as in the published texts', style: seenStyle, exact: 0.995, silent: 0.002 },
  { name: 'the same with accidents', style: seenStyle, accidents: NOISE, exact: 0.97, silent: 0.005 },
  { name: 'lines without cells', style: only('lines'), exact: 0.99, silent: 0.002 },
  { name: 'one cell a line', style: only('cells'), exact: 0.99, silent: 0.002 },
  { name: 'tables of Markdown', style: only('markdown'), exact: 0.99, silent: 0.002 },
  { name: 'tables of HTML', style: only('html'), exact: 0.99, silent: 0.002 },
  { name: 'tables of HTML over lines', style: only('htmlLines'), exact: 0.99, silent: 0.002 },
  { name: 'a list of headings and values', style: only('outline'), exact: 0.99, silent: 0.002 },
  { name: 'a page in one line', style: only('oneLine'), exact: 0.95, silent: 0.02 },
  { name: 'other readers of paper', style: anyStyle, exact: 0.97, silent: 0.005 },
  { name: 'marks lost', style: only('tabs'), accidents: { ticksLost: 0.3 }, exact: 0.99, silent: 0.001 },
  { name: 'headings broken', style: seenStyle, accidents: { broken: 0.2 }, exact: 0.97, silent: 0.005 },
  { name: 'headings misread', style: only('tabs'), accidents: { misread: 0.2 }, exact: 0.98, silent: 0.005 },
  { name: 'numbers lost', style: only('tabs'), accidents: { numberLost: 0.5 }, exact: 0.98, silent: 0.002 },
  {
    name: 'headings lost',
    style: only('tabs'),
    accidents: { headingLost: 0.05 },
    exact: 0.95,
    silent: 0.002,
  },
  {
    name: 'texts torn, headings repeated',
    style: only('tabs'),
    accidents: { torn: 0.5, repeated: 0.5 },
    exact: 0.99,
    silent: 0.002,
  },
  {
    name: 'rows side by side, values below',
    style: only('tabs'),
    accidents: { merged: 0.05, below: 0.1 },
    exact: 0.98,
    silent: 0.005,
  },
  { name: 'options torn', style: only('tabs'), accidents: { optionsTorn: 0.5 }, exact: 0.99, silent: 0.001 },
  {
    name: 'page numbers, column heads once',
    style: seenStyle,
    accidents: { pageMarks: 1, headOnce: true },
    exact: 0.99,
    silent: 0.003,
  },
  { name: 'half width', style: seenStyle, accidents: { kana: true }, exact: 0.99, silent: 0.002 },
];

const DOCUMENTS = 2;

describe.each(FORM_IDS)('what readers of paper make of %s', (id) => {
  it.each(FAMILIES)('$name', ({ style, accidents, exact, silent }) => {
    const tallies = Array.from({ length: DOCUMENTS }, (_, at) => scored(id, at + 1, style, accidents));
    const report = tallies.flatMap(({ faults }) =>
      faults.map((fault) => JSON.stringify(fault).slice(0, 300)),
    );
    expect(mean(tallies, 'exactShare'), report.join('\n')).toBeGreaterThanOrEqual(exact);
    expect(mean(tallies, 'silentShare'), report.join('\n')).toBeLessThanOrEqual(silent);
    expect(mean(tallies, 'lostLines'), report.join('\n')).toBe(0);
  });
});

function scored(id: FormId, seed: number, style: Family['style'], accidents: Partial<Accidents> = {}): Tally {
  const editions = editionsOf(id);
  const edition = editions[seed % editions.length];
  const size = { files: 1 + (seed % 3), entries: 1 + ((seed * 3) % 6), rows: 20 };
  const assessment = officeAssessment(formOf(id, edition), seed, size);
  const { text, wanted } = written(assessment, seed, style, { ...CALM, ...accidents });
  const read = recognise(readText(strToU8(text), 'みなも市.txt'));
  expect(read.form).toBe(id);
  return tally(wanted, read);
}

function mean(tallies: readonly Tally[], key: 'exactShare' | 'silentShare' | 'lostLines'): number {
  return tallies.reduce((sum, one) => sum + one[key], 0) / tallies.length;
}
