import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_ID,
  headerFault,
  HEADER_BYTES,
  MAX_FILE_BYTES,
} from '../../../../electron/database/header';
import { FORMAT_VERSION, migrations } from '../../../../electron/database/migrations/index';
import { decodeDocument } from '../../../../electron/database/read';
import { numberOf, sqlite, withDatabase } from '../../../../electron/database/sql';
import { encodeDocument } from '../../../../electron/database/write';
import { setEdit } from '../../../../shared/assessment/edit';
import { emptyAssessment } from '../../../../shared/assessment/create';
import type { Assessment } from '../../../../shared/assessment/types';
import { applyChange, documentOf } from '../../../../shared/assessment/document';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { anyDocument } from '../../shared/assessment/arbitraryDocument';

const sql = await sqlite();
const stamp = { save: 's1', program: '0.1.0' };
const plain = documentOf(emptyAssessment(formOf('form3'), counter()), 'd1', 1);
const bytes = encodeDocument(sql, plain, stamp);

function fault(file: Uint8Array): string {
  const result = decodeDocument(sql, file);
  return result.ok ? 'none' : result.fault.kind;
}

describe('a file', () => {
  it('gives the same document again, to the character', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const result = decodeDocument(sql, encodeDocument(sql, document, stamp));
        expect(result).toEqual({ ok: true, value: { document, stamp, version: FORMAT_VERSION } });
      }),
      { numRuns: 50 },
    );
  });

  it('keeps half a surrogate pair, NUL and private-use characters', () => {
    const odd = '\ud842 \u0000 \ue000 葛\u{e0100} 𠮷';
    const author = { name: odd, department: odd, pc: odd };
    const record = { seq: 1, at: 2, author, edit: setEdit('I.1.m1', undefined, odd), label: 'replaceAll' };
    const document = applyChange(plain, { kind: 'edit', record });
    const result = decodeDocument(sql, encodeDocument(sql, document, stamp));
    expect(result.ok && result.value.document).toEqual(document);
  });

  it('carries our mark and the version of its format', () => {
    withDatabase(sql, bytes, (database) => {
      expect(numberOf(database, 'application_id')).toBe(APPLICATION_ID);
      expect(numberOf(database, 'user_version')).toBe(FORMAT_VERSION);
    });
  });
});

describe('a file that is refused', () => {
  const changed = (at: number, ...values: number[]) => {
    const copy = bytes.slice();
    copy.set(values, at);
    return copy;
  };
  const written = (part: Partial<Assessment>) =>
    encodeDocument(sql, { ...plain, assessment: { ...plain.assessment, ...part } }, stamp);
  const other = (statement: string) =>
    withDatabase(sql, bytes, (database) => {
      database.run(statement);
      return database.export();
    });

  it.each([
    ['empty', new Uint8Array(), 'empty'],
    ['binary of another kind', createHash('sha512').update('x').digest(), 'foreign'],
    ['a Word file', new TextEncoder().encode('PK\u0003\u0004 and more'), 'foreign'],
    ['SQLite of another program', changed(68, 0, 0, 0, 1), 'foreign'],
    ['from a newer program', changed(60, 0, 0, 0, FORMAT_VERSION + 1), 'newer'],
    ['cut off in the middle', bytes.subarray(0, bytes.length / 2), 'truncated'],
    ['cut off in its header', bytes.subarray(0, 40), 'truncated'],
    ['cut off after ten bytes', bytes.subarray(0, 10), 'truncated'],
    ['of an edition that came later', written({ edition: '令和99年1月' }), 'unknownEdition'],
    ['with a value of no known shape', written({ values: { 'I.1.m1': { a: 1 } as never } }), 'corrupt'],
    ['with broken JSON', other(`INSERT INTO value VALUES ('I.1.m1', '{', '')`), 'corrupt'],
    ['without its name', other(`DELETE FROM meta WHERE key = 'id'`), 'corrupt'],
    ['without a table', other('DROP TABLE comment'), 'corrupt'],
    [
      'with an endless view in place of a table',
      other(
        `DROP TABLE value; CREATE VIEW value (path, json) AS
         WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n, '"x"' FROM r`,
      ),
      'corrupt',
    ],
    [
      'with a trigger',
      other('CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM value; END'),
      'corrupt',
    ],
    [
      'with a computed column',
      other(`DROP TABLE value; CREATE TABLE value (path TEXT, json TEXT AS (hex(zeroblob(1e8))))`),
      'corrupt',
    ],
  ])('is told as such: %s', (_, file, kind) => {
    expect(fault(file)).toBe(kind);
  });

  it('is told as damaged wherever zeros were written over a page', () => {
    const pages = bytes.length / 4096;
    for (let page = 1; page < pages; page++) {
      const damaged = bytes.slice();
      damaged.fill(0, page * 4096, (page + 1) * 4096);
      expect(fault(damaged)).toBe('corrupt');
    }
  });

  it('never throws, whatever the bytes are', () => {
    const noise = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(noise, (changes) => {
        const damaged = bytes.slice();
        for (const [at, value] of changes) damaged[at] = value;
        const result = decodeDocument(sql, damaged);
        if (result.ok) expect(result.value.document.assessment.form).toBe('form3');
      }),
      { numRuns: 200 },
    );
  });

  it('is too large before a byte of it is read', () => {
    expect(headerFault(bytes.subarray(0, HEADER_BYTES), MAX_FILE_BYTES)).toEqual({ kind: 'tooLarge' });
  });
});

describe('migrations', () => {
  it('follow each other without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });
});
