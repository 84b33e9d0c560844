import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readXls } from '../../../../../../shared/intake/readers/xls/read';
import { cellsOf, CONTEXT } from '../office';
import { font, label, merged, stored, stringStore, xlsOf } from './xlsFile';

/** Letters of one byte and of two, pairs, line breaks, nothing. */
// None of them is a mark in Wingdings.
const character = fc.constantFrom('a', 'é', '市', '□', '𠮷', '\n', '　', '1');
const text = fc.array(character, { maxLength: 60 }).map((letters) => letters.join(''));
const string = fc.record({
  text,
  runs: fc.array(fc.tuple(fc.nat(60), fc.nat(3)), { maxLength: 4 }),
  phonetic: fc.nat(40),
});

/** A cell of its own every two rows, blocks of two rows merged beside it. */
const sheet = fc.array(fc.record({ text, own: fc.boolean(), merge: fc.boolean() }), {
  minLength: 1,
  maxLength: 30,
});

it('strings are those that were written, wherever the store is cut into records', () => {
  fc.assert(
    fc.property(
      fc.array(string, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 20, max: 90 }),
      (strings, most) => {
        const bytes = xlsOf({
          globals: [...['ＭＳ 明朝', 'Wingdings', 'Arial', 'Arial'].map(font), stringStore(strings, most)],
          sheets: [{ name: 'S', records: strings.map((_, at) => stored(at, 0, at)) }],
        });
        const document = readXls(bytes, 'a.xls', CONTEXT);
        const read = new Map(cellsOf(document).map((cell) => [cell.row, cell.text]));
        expect(strings.map((_, at) => read.get(at) ?? '')).toEqual(strings.map((each) => each.text));
        expect(document.notices).toEqual([]);
      },
    ),
  );
});

it('random sheets come back with their texts, places and merges', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 4 }), (sheets) => {
      const rows = sheets.flat();
      const bytes = xlsOf({
        globals: [
          stringStore(
            rows.map((each) => ({ text: each.text })),
            120,
          ),
        ],
        sheets: sheets.map((cells, at) => ({
          name: `シート${at}`,
          records: [
            ...cells.map((cell, row) =>
              cell.own ? label(row * 2, 1, cell.text) : stored(row * 2, 1, rows.indexOf(cell)),
            ),
            merged(
              ...cells.flatMap(({ merge }, row) => (merge ? [[row * 2, row * 2 + 1, 1, 3] as const] : [])),
            ),
          ],
        })),
      });
      const document = readXls(bytes, 'a.xls', CONTEXT);
      const read = cellsOf(document).map(({ text: words, where, row, rowSpan, columnSpan }) => ({
        words,
        sheet: where.sheet,
        row,
        spans: [rowSpan, columnSpan],
      }));
      const written = sheets.flatMap((cells, at) =>
        cells.flatMap(({ text: words, merge }, row) =>
          words === '' && !merge
            ? []
            : [{ words, sheet: `シート${at}`, row: row * 2, spans: merge ? [2, 3] : [1, 1] }],
        ),
      );
      expect(read).toEqual(written);
      expect(document.notices).toEqual([]);
    }),
  );
});
