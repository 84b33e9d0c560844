import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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
import { runCampaign } from '../../../damage/campaign';
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
      { numRuns: 20 },
    );
  }, 60_000);

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
    [
      'with a computed column behind a comment',
      other(`DROP TABLE value; CREATE TABLE value (path TEXT, json TEXT AS/**/(hex(zeroblob(1e8))))`),
      'corrupt',
    ],
    [
      'with a check that takes for ever',
      other(
        `CREATE TABLE more (a TEXT CHECK (a NOT LIKE '%a%a%a%a%a%a%b'));
         PRAGMA ignore_check_constraints = ON; INSERT INTO more VALUES (hex(zeroblob(100000)))`,
      ),
      'corrupt',
    ],
    ['with an index on an expression', other('CREATE INDEX more ON value (hex(json))'), 'corrupt'],
    ['with a table more', other('CREATE TABLE more (a TEXT)'), 'corrupt'],
    ['with a virtual table', other('CREATE VIRTUAL TABLE more USING fts3 (a)'), 'corrupt'],
    ['with an older number of its format', changed(60, 0, 0, 0, FORMAT_VERSION - 1), 'corrupt'],
    ['with a number of no format', changed(60, 0, 0, 0, 0), 'corrupt'],
    ['whose header makes it read-only', changed(18, 7), 'corrupt'],
    ['with the header of another writing', changed(24, 1, 2, 3, 4), 'corrupt'],
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

  it('is told as damaged wherever a page is a copy of another', () => {
    const pages = bytes.length / 4096;
    for (let page = 1; page < pages; page++)
      for (let other = 1; other < pages; other++) {
        const damaged = bytes.slice();
        damaged.copyWithin(page * 4096, other * 4096, (other + 1) * 4096);
        const isSame = Buffer.compare(damaged, bytes) === 0;
        expect([page, other, fault(damaged)]).toEqual([page, other, isSame ? 'none' : 'corrupt']);
      }
  }, 60_000);

  it('never opens differently from what was written, whatever happened to its bytes', () => {
    const { silentlyWrong, wronglyRescued, files } = runCampaign(sql, { count: 150, seed: 1 });
    expect({ files, silentlyWrong, wronglyRescued }).toEqual({
      files: 150,
      silentlyWrong: [],
      wronglyRescued: [],
    });
  }, 60_000);

  const attacks = ['hang-generated-column', 'generated-comment', 'check-like-bomb'];
  it.for(attacks)('is refused at once where it would freeze SQLite: %s', (name, { skip }) => {
    const path = `../shared/cases/reliability/${name}.hyoka`;
    if (!existsSync(path)) return skip();
    const start = performance.now();
    expect(fault(readFileSync(path))).toBe('corrupt');
    expect(performance.now() - start).toBeLessThan(1_000);
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
