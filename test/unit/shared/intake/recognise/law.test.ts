import { strToU8 } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FORM_IDS, formOf } from '../../../../../shared/forms/catalog';
import type { SourceDocument } from '../../../../../shared/intake/blocks';
import { readText } from '../../../../../shared/intake/readers/text';
import { type Account, recogniseWithPrint } from '../../../../../shared/intake/recognise/recognise';
import type { Where } from '../../../../../shared/assessment/source';
import { dice, filledAssessment } from './filled';
import { PLAIN, recognitionText } from './recognitionText';

// Whole documents by the dozen; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Characters of the source that stand in no item, in no leftover and in no print. */
function unaccounted({ recognition, print }: Account): readonly string[] {
  const covered = recognition.blocks.map(({ text }) => new Uint8Array(text.length));
  const cover = (where: Where): void => {
    if (where.block !== undefined) covered[where.block]?.fill(1, where.from ?? 0, where.to);
  };
  recognition.items.flatMap(({ where }) => where ?? []).forEach(cover);
  recognition.leftover.forEach(({ where }) => cover(where));
  print.forEach(({ piece, from, to }) => cover({ block: piece.index, from, to }));
  return recognition.blocks.flatMap(({ text }, at) => {
    const missed = Array.from(text, (character, i) => (covered[at]?.[i] ? '' : character)).join('');
    return missed.trim() === '' ? [] : [`${String(at)}: ${missed}`];
  });
}

/** Leftover says what stands at its place, and every text value what stands at its places. */
function misplaced({ recognition }: Account): readonly string[] {
  const at = ({ block = -1, from, to }: Where): string =>
    recognition.blocks[block]?.text.slice(from, to) ?? '';
  const wrong = recognition.leftover.filter(({ where, text }) => at(where) !== text);
  return wrong.map(({ text }) => text);
}

/** The text with lines struck, doubled and swapped, as accidents do. */
function damaged(text: string, seed: number): string {
  const roll = dice(seed);
  const lines = text.split('\n');
  const cut = lines.flatMap((line) => (roll() < 0.05 ? [] : roll() < 0.03 ? [line, line] : [line]));
  return cut
    .map((line, at) =>
      roll() < 0.04 ? (cut[at + 1] ?? line) : roll() < 0.05 ? line.replace(/\t.*/, '\t?!') : line,
    )
    .join('\n');
}

/** Words that are nowhere else, put into lines at random places. */
function strew(text: string, seed: number): { readonly words: readonly string[]; readonly strewn: string } {
  const roll = dice(seed * 77);
  const words: string[] = [];
  const strewn = text.split('\n').map((line) => {
    if (line.trim() === '' || roll() > 0.15) return line;
    const word = `ζ${String(words.length)}η`;
    words.push(word);
    const at = Math.floor(roll() * (line.length + 1));
    return line.slice(0, at) + word + line.slice(at);
  });
  return { words, strewn: strewn.join('\n') };
}

function read(text: string): SourceDocument {
  return readText(strToU8(text), 'みなも市.txt');
}

describe('every character of the source is accounted for', () => {
  it.each(FORM_IDS)('%s as printed', (id) => {
    const account = recogniseWithPrint(
      read(recognitionText(filledAssessment(formOf(id), 3, { files: 2, entries: 2, rows: 4 }), PLAIN)),
    );
    expect(unaccounted(account)).toEqual([]);
    expect(misplaced(account)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with lines struck, doubled and swapped (%i)', (seed) => {
    const assessment = filledAssessment(formOf('form3'), seed, { files: 2, entries: 2, rows: 4 });
    const account = recogniseWithPrint(read(damaged(recognitionText(assessment, PLAIN), seed)));
    expect(unaccounted(account)).toEqual([]);
    expect(misplaced(account)).toEqual([]);
  });

  it.each(FORM_IDS)('%s: words dropped anywhere into the text come out again', (id) => {
    for (let seed = 1; seed <= 6; seed++) {
      const text = recognitionText(
        filledAssessment(formOf(id), seed, { files: 1, entries: 1, rows: 3 }),
        PLAIN,
      );
      const { words, strewn } = strew(text, seed);
      const { recognition } = recogniseWithPrint(read(strewn));
      const kept = JSON.stringify([recognition.items.map(({ value }) => value), recognition.leftover]);
      const lost = words.filter((word) => !kept.includes(word));
      expect(strewn.split('\n').filter((line) => lost.some((word) => line.includes(word)))).toEqual([]);
    }
  });

  const seeds = resolve('../shared/seeds');
  it.skipIf(!existsSync(seeds)).each(['000', '002'])('published text %s (needs ../shared/seeds)', (name) => {
    const file = `${seeds}/${name}.txt`;
    const account = recogniseWithPrint(readText(readFileSync(file), name));
    expect(unaccounted(account)).toEqual([]);
    expect(misplaced(account)).toEqual([]);
  });
});
