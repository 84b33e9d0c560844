import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../../../shared/assessment/items';
import { FORM_IDS, formOf } from '../../../../../shared/forms/catalog';
import { readText } from '../../../../../shared/intake/readers/text';
import { unglued } from '../../../../../shared/intake/recognise/glued';
import { printOf } from '../../../../../shared/intake/recognise/print';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import type { SourceDocument } from '../../../../../shared/intake/blocks';
import { differences } from './compared';
import { filledAssessment } from './filled';
import { PLAIN, recognitionText } from './recognitionText';

/** Cells of a row one behind the other, with nothing between. */
function gluedText(text: string): SourceDocument {
  const plain = text.replace(/<\/p> ?<p>/g, '\n').replace(/<\/?p>/g, '');
  const bytes = strToU8(plain.replaceAll('\t', ''));
  return { ...readText(bytes, 'みなも市.txt'), order: 'lines' };
}

function words({ blocks }: SourceDocument): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : ''))
    .join('')
    .replaceAll('\n', '');
}

describe.each(FORM_IDS)('%s with nothing between its cells', (id) => {
  const assessment = filledAssessment(formOf(id), 7, { files: 2, entries: 2, rows: 6 });
  const source = gluedText(recognitionText(assessment, PLAIN));

  it('is divided behind its headings, and no character is lost', () => {
    const divided = unglued(source, printOf(id));
    expect(divided.blocks.length).toBeGreaterThan(source.blocks.length);
    expect(words(divided)).toBe(words(source));
  });

  it('comes back but for 変更箇所, which stays in 未割当', () => {
    const read = recognise(source);
    const wanted = itemsOf(assessment).filter(({ path }) => !path.includes('.rows['));
    const wrong = differences(wanted, read).filter(({ want }) => want !== '');
    expect(1 - wrong.length / wanted.length).toBeGreaterThanOrEqual(0.9);
    expect(wrong.filter(({ status, got }) => status === 'filled' && got !== '')).toEqual([]);
    expect(read.items.filter(({ path }) => path.includes('.rows['))).toEqual([]);
    expect(read.leftover.length).toBeGreaterThan(0);
  });

  it('is left alone where the cells are told apart', () => {
    const apart = readText(strToU8(recognitionText(assessment, PLAIN).replaceAll('\t', ' ')), 'みなも市.txt');
    const lines: SourceDocument = { ...apart, order: 'lines' };
    expect(unglued(lines, printOf(id))).toBe(lines);
  });
});
