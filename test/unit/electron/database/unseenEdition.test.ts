import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqlCodec, sqlite } from '../../../../electron/database/format';
import { decodeDocument } from '../../../../electron/database/read';
import { withDatabase } from '../../../../electron/database/sql';
import { setValue } from '../../../../shared/assessment/edit';
import { faultOf } from '../../../../shared/assessment/validate';
import { editionsForNewDocuments } from '../../../../shared/forms/catalog';

const sql = await sqlite();
const bytes = withDatabase(sql, null, (database) => {
  database.run(readFileSync('test/fixtures/files/form2-h30-05.sql', 'utf8'));
  return database.export();
});

const VALUES = {
  'cover.name': '公園の使用許可に関する事務　基礎項目評価書',
  'I.5.m2': '公園緑地課長',
  'II.1.number': '1,000人以上1万人未満',
  'II.3.accident': '発生なし',
  'III.result': '基礎項目評価の実施が義務付けられる',
};

describe('a file in 平成30年5月 様式２, which is not offered any more', () => {
  const read = decodeDocument(sql, bytes);
  if (!read.ok) throw new Error(read.fault.kind);
  const { assessment } = read.value.document;

  it('opens with every answer', () => {
    expect(editionsForNewDocuments('form2')).not.toContain(assessment.edition);
    expect(assessment).toEqual({
      form: 'form2',
      edition: '平成30年5月',
      slots: {},
      values: VALUES,
      lists: {},
    });
  });

  it('can be edited and written in its edition', () => {
    const edit = setValue(assessment, 'I.5.m2', 'みどり課長');
    expect(faultOf(assessment, edit)).toBeUndefined();
    const opened = sqlCodec(sql).open(bytes.slice());
    if (!opened.ok) throw new Error(opened.fault.kind);
    const author = { name: '田中', department: 'みどり課', pc: 'PC-09' };
    opened.database.apply([{ kind: 'edit', record: { seq: 2, at: 1_800_000_000_000, author, edit } }]);
    const again = decodeDocument(sql, opened.database.export({ save: 'second', program: '0.2.0' }));
    expect(again.ok && again.value.document.assessment).toEqual({
      ...assessment,
      values: { ...VALUES, 'I.5.m2': 'みどり課長' },
    });
  });
});
