import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyChange,
  applyToWorking,
  documentOf,
  infoOf,
  withoutBytes,
  type DocumentChange,
  type HyokaDocument,
  type StoredDocument,
} from '../../../../shared/assessment/document';
import { setEdit } from '../../../../shared/assessment/edit';
import { stacksOf, type EditRecord } from '../../../../shared/assessment/history';
import { HistoryLog } from '../../../../shared/assessment/historyLog';
import { itemsOfStack } from '../../../../shared/assessment/stack';
import { storedDocument, workingDocument } from '../../../../shared/assessment/working';
import { anyAssessment, counter } from './arbitrary';
import { anyChange } from './arbitraryDocument';

const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

/** Typing, rests, and steps back and forth, in every order. */
const anyRecords = fc
  .array(
    fc.record({
      act: fc.constantFrom(undefined, undefined, undefined, 'undo' as const, 'redo' as const),
      text: fc.constantFrom('国', '国民', undefined),
      rest: fc.constantFrom(100, 2_000),
      item: fc.constantFrom('I.1.m1', 'I.1.m2'),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ act, text, rest, item }, step): EditRecord => {
      at += rest;
      const edit = setEdit(item, undefined, text);
      return { seq: step + 1, at, author: writer, edit, ...(act ? { act } : {}) };
    });
  });

function stored(document: HyokaDocument): StoredDocument {
  return { ...document, attachments: document.attachments.map(infoOf) };
}

describe('the history of a document that is being edited', () => {
  it('has the undo stacks that follow from its records, after every record', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        let log = HistoryLog.empty;
        for (const record of records) {
          log = log.appended(record);
          const expected = stacksOf(log.toArray());
          expect(itemsOfStack(log.stacks.done)).toEqual(itemsOfStack(expected.done));
          expect(itemsOfStack(log.stacks.undone)).toEqual(itemsOfStack(expected.undone));
        }
      }),
    );
  });

  it('keeps earlier states valid, also where typing was gathered into their last record', () => {
    const record = (seq: number, text: string): EditRecord => ({
      seq,
      at: seq,
      author: writer,
      edit: setEdit('I.1.m1', undefined, text),
    });
    const one = HistoryLog.empty.appended(record(1, '国'));
    const two = one.appended(record(2, '国民'));
    expect([one.length, one.last?.seq, two.length, two.lastSeq]).toEqual([1, 1, 1, 2]);
    expect([...one]).toEqual([record(1, '国')]);
  });

  it('gives the same document as the list does, for every kind of change', () => {
    fc.assert(
      fc.property(anyAssessment, fc.gen(), fc.nat({ max: 15 }), (assessment, gen, steps) => {
        const newId = counter('c');
        let whole = documentOf(assessment, 'd-1', 1_700_000_000_000);
        let working = workingDocument(stored(whole));
        for (let step = 0; step < steps; step++) {
          const change: DocumentChange = gen(anyChange, whole, newId);
          whole = applyChange(whole, change);
          working = applyToWorking(working, withoutBytes(change));
        }
        expect(storedDocument(working)).toEqual(stored(whole));
        expect(storedDocument(workingDocument(stored(whole)))).toEqual(stored(whole));
      }),
      { numRuns: 60 },
    );
  });
});
