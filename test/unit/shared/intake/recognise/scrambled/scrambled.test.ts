import { strToU8 } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../../../../shared/assessment/items';
import { formOf } from '../../../../../../shared/forms/catalog';
import type { FormId } from '../../../../../../shared/forms/types';
import { readText } from '../../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../../shared/intake/recognise/recognise';
import type { RecognisedItem, Recognition } from '../../../../../../shared/intake/result';
import { differences } from '../compared';
import { dice, filledAssessment } from '../filled';
import { type Disorder, pageText } from './pageText';

const ORDERED: Disorder = { swapped: 0, inline: 0.5, late: 0, reversed: 0 };
const TORN: Disorder = { swapped: 0.02, inline: 0.5, late: 0.2, reversed: 0.1 };
const WILD: Disorder = { swapped: 0.08, inline: 0.4, late: 0.5, reversed: 0.2 };

const FORMS: readonly FormId[] = ['form3', 'form4'];
/** Milliseconds for one document where other work keeps the machine busy. */
const SLOWEST = 30_000;
const SIZE = { files: 1, entries: 2, rows: 5 };

function readScrambled(text: string): Recognition {
  return recognise({ ...readText(strToU8(text), 'みなも市.txt'), order: 'scrambled' });
}

interface Score {
  readonly right: number;
  readonly silentlyWrong: readonly {
    readonly path: string;
    readonly want: string;
    readonly got: string | undefined;
  }[];
}

function score(id: FormId, disorder: Disorder, seed: number): Score {
  const assessment = filledAssessment(formOf(id), seed, SIZE);
  const wanted = itemsOf(assessment);
  const wrong = differences(wanted, readScrambled(pageText(assessment, disorder, seed)));
  return {
    right: 1 - wrong.filter(({ want }) => want !== '').length / wanted.length,
    silentlyWrong: wrong.filter(
      ({ path, status, got }) => status === 'filled' && got !== '' && !isChangedRow(path),
    ),
  };
}

/** Rows that changed places stay in the order of the text: each is right, only its number is another. */
function isChangedRow(path: string): boolean {
  return path.includes('.rows[');
}

describe('text taken out of a PDF', () => {
  it.each(FORMS)('%s: cells in order but torn into boxes come back', (id) => {
    const { right, silentlyWrong } = score(id, ORDERED, 5);
    expect(silentlyWrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(0.98);
  });

  it.each(FORMS.flatMap((id) => [1, 2, 3].map((seed) => [id, seed] as const)))(
    '%s: brackets and lists far from their values (%i)',
    (id, seed) => {
      const { right, silentlyWrong } = score(id, TORN, seed);
      expect(silentlyWrong).toEqual([]);
      expect(right).toBeGreaterThanOrEqual(0.96);
    },
  );

  it.each(FORMS.flatMap((id) => [11, 12, 13].map((seed) => [id, seed] as const)))(
    '%s: what is lost for good is not claimed (%i)',
    (id, seed) => {
      const { right, silentlyWrong } = score(id, WILD, seed);
      expect(silentlyWrong).toEqual([]);
      expect(right).toBeGreaterThanOrEqual(0.94);
    },
  );

  it.each(FORMS.flatMap((id) => [1, 2, 3].map((seed) => [id, seed] as const)))(
    '%s: words dropped anywhere into the text come out again (%i)',
    (id, seed) => {
      const { words, strewn } = strew(pageText(filledAssessment(formOf(id), seed, SIZE), WILD, seed), seed);
      const { items, leftover } = readScrambled(strewn);
      const kept = JSON.stringify([items.map(({ value }) => value), leftover]);
      const lost = words.filter((word) => !kept.includes(word));
      expect(strewn.split('\n').filter((line) => lost.some((word) => line.includes(word)))).toEqual([]);
    },
    SLOWEST,
  );

  it('only the wording of the form becomes a choice', () => {
    const labels = new Set(
      FORMS.flatMap((id) => formOf(id).sections.flatMap((section) => JSON.stringify(section))),
    );
    const { items } = readScrambled(pageText(filledAssessment(formOf('form4'), 3, SIZE), WILD, 3));
    const chosen = items
      .filter(({ path }) => path.endsWith('.sufficient'))
      .map(({ value }) => value)
      .filter((value) => value !== undefined);
    expect(chosen.length).toBeGreaterThan(5);
    expect(chosen.every((value) => [...labels].some((json) => json.includes(JSON.stringify(value))))).toBe(
      true,
    );
  });
});

/** Words that are nowhere else, put into lines at random places. */
function strew(text: string, seed: number): { readonly words: readonly string[]; readonly strewn: string } {
  const roll = dice(seed * 131);
  const words: string[] = [];
  const strewn = text.split('\n').map((line) => {
    if (line.trim() === '' || roll() > 0.12) return line;
    const word = `ζ${String(words.length)}η`;
    words.push(word);
    const at = Math.floor(roll() * (line.length + 1));
    return line.slice(0, at) + word + line.slice(at);
  });
  return { words, strewn: strewn.join('\n') };
}

describe('a page of みなも市, by hand', () => {
  const fixture = (name: string): string =>
    readFileSync(new URL(`../../../../../fixtures/scrambled/${name}`, import.meta.url), 'utf8');
  const read = readText(strToU8(fixture('minamo.txt')), 'minamo.txt');
  const items = new Map(recognise(read).items.map((item) => [item.path, item]));

  it('is known to have lost its order', () => {
    expect(read.order).toBe('scrambled');
  });

  const golden = JSON.parse(fixture('minamo.json')) as Readonly<Record<string, Omit<RecognisedItem, 'path'>>>;
  it.each(Object.entries(golden))('%s', (path, wanted) => {
    const { status, value, candidates, reason } = items.get(path) ?? { status: 'missing' as const };
    const got = { status, value, candidates, reason: reason?.code };
    expect(JSON.parse(JSON.stringify(got))).toEqual(wanted);
  });
});

describe('a published text', () => {
  const [seed, truth, tool] = ['seeds/003.txt', 'truth/003.json', 'tools/score.mjs'].map((name) =>
    resolve('../shared', name),
  ) as [string, string, string];

  it.skipIf(!existsSync(seed))(
    'is read as a careful reader reads it (needs ../shared)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'scrambled-'));
      const file = join(folder, 'import.json');
      writeFileSync(file, JSON.stringify(recognise(readText(readFileSync(seed), '003.txt'))));
      const result = JSON.parse(
        execFileSync(process.execPath, [tool, file, truth], { encoding: 'utf8' }),
      ) as Record<string, number>;
      rmSync(folder, { recursive: true });
      expect(result.exactShare).toBeGreaterThanOrEqual(0.94);
      expect(result.silentWrongShare).toBeLessThanOrEqual(0.005);
      expect(result.lostLines).toBe(0);
    },
    SLOWEST,
  );
});
