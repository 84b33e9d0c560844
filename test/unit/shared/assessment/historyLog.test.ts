import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
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
import { gapRecord, redoOf, stacksOf, undoOf, type EditRecord } from '../../../../shared/assessment/history';
import { HistoryLog } from '../../../../shared/assessment/historyLog';
import { recentStart } from '../../../../shared/assessment/recentHistory';
import { itemsOfStack } from '../../../../shared/assessment/stack';
import { storedDocument, workingDocument } from '../../../../shared/assessment/working';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter } from './arbitrary';
import { anyChange } from './arbitraryDocument';
import { anyRecords } from './anyRecords';

const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

function record(seq: number, text: string): EditRecord {
  return { seq, at: seq, author: writer, edit: setEdit('I.1.m1', undefined, text) };
}

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

  it('can be continued with its latest records, and is the same once the others are there', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, fc.integer({ min: 1, max: 10 }), (before, later, wanted) => {
        const earlier = recentStart({ length: before.length, recordAt: (at) => before[at] }, wanted);
        let recent = HistoryLog.of(before.slice(earlier), earlier);
        let whole = HistoryLog.of(before);
        expect(recent.stacks.done === undefined).toBe(whole.stacks.done === undefined);
        for (const record of later) {
          const next = { ...record, seq: record.seq + before.length };
          if (next.act === 'undo' && !recent.stacks.done)
            recent = recent.completed(before.slice(0, recent.earlier));
          [recent, whole] = [recent.appended(next), whole.appended(next)];
          expect(undoOf(recent.stacks)).toEqual(recent.stacks.done ? undoOf(whole.stacks) : undefined);
          expect(redoOf(recent.stacks)).toEqual(redoOf(whole.stacks));
          expect([recent.length, recent.lastSeq]).toEqual([whole.length, whole.lastSeq]);
        }
        const completed = recent.completed(before.slice(0, recent.earlier));
        expect(completed.toArray()).toEqual(whole.toArray());
        expect(itemsOfStack(completed.stacks.done)).toEqual(itemsOfStack(whole.stacks.done));
        expect(itemsOfStack(completed.stacks.undone)).toEqual(itemsOfStack(whole.stacks.undone));
      }),
      { numRuns: 500 },
    );
  });

  it('is not read as far as its beginning where its latest records are enough', () => {
    const history = Array.from({ length: 5_000 }, (_, at): EditRecord => {
      const edit = setEdit('I.1.m1', String(at), String(at + 1));
      return { seq: at + 1, at: at * 60_000, author: writer, edit };
    });
    expect(recentStart({ length: 5_000, recordAt: (at) => history[at] }, 200)).toBe(4_800);
  });

  it('says in a copy that its oldest records are missing', () => {
    const history = [record(7, '国'), record(8, '国民')];
    const document = {
      ...stored(documentOf(emptyAssessment(formOf('form2'), counter('e')), 'd-1', 1)),
      history,
    };
    expect(storedDocument(workingDocument(document, 3)).history).toEqual([
      gapRecord({ seq: 6, at: 7 }),
      ...history,
    ]);
    expect(storedDocument(workingDocument(document)).history).toEqual(history);
  });
});
