import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete, rescueDocument, sqlite, encodeDocument } from '../../../../electron/database/format';
import type { HyokaDocument } from '../../../../shared/assessment/document';
import { redoOf, stacksOf, undoOf } from '../../../../shared/assessment/history';
import { anyDocument } from '../../shared/assessment/arbitraryDocument';
import { oldFile } from './oldFile';

const sql = await sqlite();
const stamp = { save: '0123456789abcdef', program: '0.1.0' };
const PAGE = 4_096;

function rescued(bytes: Uint8Array) {
  const result = rescueDocument(bytes);
  if (!result) throw new Error('nothing was rescued');
  return result;
}

/** Every part of the rescued document is, to the character, one of the original. */
function expectOnlyOriginals(rescuedDocument: HyokaDocument, original: HyokaDocument): void {
  const { assessment } = rescuedDocument;
  for (const [path, value] of Object.entries(assessment.values))
    expect(value).toEqual(original.assessment.values[path]);
  for (const key of ['revisions', 'comments', 'attachments', 'leftover', 'review', 'rounds'] as const)
    for (const thing of rescuedDocument[key]) expect(original[key]).toContainEqual(thing);
}

describe('rescue', () => {
  it('gives the whole document where nothing is damaged', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { document: again, report } = rescued(encodeDocument(sql, document, stamp));
        expect(again).toEqual(document);
        expect(isComplete(report)).toBe(true);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('gives what is whole where any page is gone, the first as well', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, seed) => {
        const bytes = encodeDocument(sql, document, stamp);
        const page = seed % (bytes.length / PAGE);
        bytes.fill(0, page * PAGE, (page + 1) * PAGE);
        const result = rescueDocument(bytes);
        if (!result) return;
        expectOnlyOriginals(result.document, document);
        const { items } = result.report.parts;
        const found = Object.keys(result.document.assessment.values).length;
        if (items.lost !== undefined)
          expect(found + items.lost).toBe(Object.keys(document.assessment.values).length);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('offers no undo over records that are lost', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, seed) => {
        const bytes = encodeDocument(sql, document, stamp);
        const at = 100 + (seed % (bytes.length - 100));
        bytes[at] = (bytes[at] ?? 0) ^ 0x10;
        const result = rescueDocument(bytes);
        if (!result) return;
        const { history, items, entries } = result.report.parts;
        if (history.lost === 0 && items.lost === 0 && entries.lost === 0) return;
        const stacks = stacksOf(result.document.history);
        expect([undoOf(stacks), redoOf(stacks)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it.each([1, 2, 3, 4])('reads files of format %i, which have no digests', (format) => {
    const { bytes, document } = oldFile(sql, format);
    const result = rescued(bytes);
    expect(result.report.hasDigests).toBe(false);
    expect(result.document.assessment).toEqual(document.assessment);
    expect(result.document.comments).toEqual(document.comments);
    expect(result.document.attachments).toEqual(document.attachments);
  });

  it('rescues nothing from bytes of another kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(rescueDocument(bytes)).toBeUndefined();
      }),
    );
  });
});
