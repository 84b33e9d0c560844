import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, sqlCodec, sqlite } from '../../../../electron/database/format';
import { DIGEST_VERSION } from '../../../../electron/database/migrations/index';
import { decodeDocument } from '../../../../electron/database/read';
import { setEdit } from '../../../../shared/assessment/edit';
import { applyChange } from '../../../../shared/assessment/document';
import { oldFile } from './oldFile';

const sql = await sqlite();
const stamp = { save: 'first', program: '0.1.0' };
const acceptance = {
  id: 'a1',
  rule: 'placeholder',
  version: 1,
  path: 'I.1.m1',
  fingerprint: '00ab',
  words: '〇〇',
  reason: '引用のため',
  author: { name: '田代', department: '総務課', pc: 'PC-03' },
  at: 1_800_000_000_001,
};
const author = { name: '田中', department: '税務課', pc: 'PC-09' };

describe.each([1, 2, 3, 4, 5, 6])('a file of format %i', (format) => {
  const { bytes, document } = oldFile(sql, format);

  it('is read whole and says where it came from', () => {
    expect(decodeDocument(sql, bytes)).toEqual({ ok: true, value: { document, stamp, version: format } });
  });

  it('says whether it has digests, and has them once it is written', () => {
    const older = sqlCodec(sql).open(bytes.slice());
    expect(older.ok && older.database.opened).toMatchObject({
      version: format,
      hasDigests: format >= DIGEST_VERSION,
    });
    const written = older.ok ? older.database.export({ save: 'second', program: '0.2.0' }) : new Uint8Array();
    const newer = sqlCodec(sql).open(written);
    expect(newer.ok && newer.database.opened).toMatchObject({ version: FORMAT_VERSION, hasDigests: true });
    expect(newer.ok && newer.database.whole()).toEqual(document);
  });

  it('can be edited', () => {
    const result = sqlCodec(sql).open(bytes.slice());
    if (!result.ok) throw new Error(result.fault.kind);
    const edit = setEdit('I.1.m1', document.assessment.values['I.1.m1'], '国民健康保険に関する事務');
    const change = { kind: 'edit' as const, record: { seq: 9, at: 1_800_000_000_000, author, edit } };
    result.database.apply([change, { kind: 'acceptance', acceptance }]);
    const again = decodeDocument(sql, result.database.export(stamp));
    const edited = applyChange(document, change);
    expect(again.ok && again.value.document).toEqual({ ...edited, acceptances: [acceptance] });
  });

  it('stays as it is where the bytes are decoded for somebody who goes on needing them', () => {
    const before = bytes.slice();
    decodeDocument(sql, bytes);
    expect(bytes).toEqual(before);
    expect(decodeDocument(sql, bytes)).toMatchObject({ ok: true, value: { version: format } });
  });
});
