import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf, sqlCodec } from '../../../../electron/database/format';
import { rowsOf, sqlite, withDatabase } from '../../../../electron/database/sql';
import { TABLE_NAMES } from '../../../../electron/database/tables';
import type { OpenDatabase } from '../../../../electron/database/contract';
import { emptyAssessment } from '../../../../shared/assessment/create';
import {
  applyChange,
  documentOf,
  type DocumentChange,
  type HyokaDocument,
} from '../../../../shared/assessment/document';
import { setEdit } from '../../../../shared/assessment/edit';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { anyChange, anyDocument } from '../../shared/assessment/arbitraryDocument';

const sql = await sqlite();
const codec = sqlCodec(sql);
const stamp = { save: '0123456789abcdef', program: '0.1.0' };

/** A document and changes that can happen to it one after the other. */
const anyStory = fc.tuple(anyDocument, fc.gen(), fc.nat({ max: 12 })).map(([start, gen, length]) => {
  const newId = counter('s');
  const changes: DocumentChange[] = [];
  let end = start;
  for (let step = 0; step < length; step++) {
    const change = gen(anyChange, end, newId);
    changes.push(change);
    end = applyChange(end, change);
  }
  return { start, changes, end };
});

function opened(bytes: Uint8Array): OpenDatabase {
  const result = codec.open(bytes);
  if (!result.ok) throw new Error(result.fault.kind);
  return result.database;
}

function cellsOf(bytes: Uint8Array): unknown {
  return withDatabase(sql, bytes.slice(), (database) =>
    [...TABLE_NAMES, 'digest'].map((table) => rowsOf(database, `SELECT * FROM ${table} ORDER BY 1, 2`)),
  );
}

function written(document: HyokaDocument): Uint8Array {
  const database = codec.create(document);
  const bytes = database.export(stamp);
  database.close();
  return bytes;
}

describe('an open database', () => {
  it('has after any changes the rows of the document written anew', () => {
    fc.assert(
      fc.property(anyStory, fc.boolean(), ({ start, changes, end }, atOnce) => {
        const database = codec.create(start);
        if (atOnce) database.apply(changes);
        else for (const change of changes) database.apply([change]);
        const bytes = database.export(stamp);
        database.close();
        expect(cellsOf(bytes)).toEqual(cellsOf(written(end)));
        const again = opened(bytes);
        expect(again.whole()).toEqual(end);
        again.close();
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('goes on after an export and after being opened from its bytes', () => {
    fc.assert(
      fc.property(anyStory, fc.nat({ max: 12 }), ({ start, changes, end }, cut) => {
        const first = codec.create(start);
        first.apply(changes.slice(0, cut));
        const second = opened(first.export(stamp));
        for (const database of [first, second]) {
          database.apply(changes.slice(cut));
          const third = opened(database.export(stamp));
          expect(third.whole()).toEqual(end);
          third.close();
          database.close();
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('reads the latest records at opening, has the others, and goes on', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 1, max: 4 }), fc.nat({ max: 12 }), (story, recent, cut) => {
        const { start, changes, end } = story;
        const first = codec.create(start);
        first.apply(changes.slice(0, cut));
        const result = sqlCodec(sql, recent).open(first.export(stamp));
        if (!result.ok) throw new Error(result.fault.kind);
        const { database } = result;
        const { document, earlier } = database.opened;
        const whole = first.whole().history;
        expect(document.history).toEqual(whole.slice(earlier));
        expect(database.history(0, earlier)).toEqual(whole.slice(0, earlier));
        expect(database.history(whole[0]?.seq ?? 0, 2)).toEqual(whole.slice(1, 3));
        database.apply(changes.slice(cut));
        expect(database.history(0, 10_000)).toEqual(end.history);
        expect(database.whole()).toEqual(end);
        database.close();
        first.close();
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('refuses a file whose oldest record is damaged, also where that record is not read at opening', () => {
    const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
    const marker = '最も古い記録の文字列';
    const history = Array.from({ length: 20 }, (_, at) => {
      const edit = setEdit('I.1.m1', at === 0 ? undefined : String(at), at === 0 ? marker : String(at + 1));
      return { seq: at + 1, at: at * 60_000, author, edit };
    });
    const assessment = emptyAssessment(formOf('form2'), counter('e'));
    const bytes = Buffer.from(written({ ...documentOf(assessment, 'd-1', 1), history }));
    const open = (file: Uint8Array) => sqlCodec(sql, 3).open(new Uint8Array(file));
    expect(open(bytes)).toMatchObject({ ok: true, database: { opened: { earlier: 17 } } });
    const at = bytes.indexOf(marker);
    expect(at).toBeGreaterThan(0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(open(bytes)).toEqual({ ok: false, fault: { kind: 'corrupt' } });
  });

  it('keeps its rows where a change cannot be written', () => {
    fc.assert(
      fc.property(anyStory, ({ start, changes, end }) => {
        const database = codec.create(start);
        const broken: DocumentChange = {
          kind: 'attach',
          file: { hash: 'f'.repeat(64), mime: 'image/png', name: '図.png', bytes: new Uint8Array(3) },
        };
        expect(() => database.apply([...changes, broken])).toThrow();
        expect(database.whole()).toEqual(start);
        database.apply(changes);
        const again = opened(database.export(stamp));
        expect(again.whole()).toEqual(end);
        again.close();
        database.close();
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('differs in its first 100 bytes at each writing, also without a change', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const database = codec.create(document);
        const marks = ['1', '2', '3'].map((save) => markOf(database.export({ ...stamp, save })));
        expect(new Set(marks.map(({ head }) => head)).size).toBe(3);
        database.close();
      }),
      { numRuns: 5 },
    );
  });

  it('leaves nothing in the file of what was removed', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = '消された文字列';
        const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
        const database = codec.create(document);
        database.apply([
          { kind: 'comment', comment: { id: 'gone', text: text.repeat(2_000), at: 1, author } },
        ]);
        database.export(stamp);
        database.apply([{ kind: 'removeComment', id: 'gone' }]);
        expect(Buffer.from(database.export(stamp)).includes(text)).toBe(false);
        database.close();
      }),
      { numRuns: 5 },
    );
  });
});
