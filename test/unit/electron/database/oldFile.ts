import { readFileSync } from 'node:fs';
import type { SqlJsStatic } from 'sql.js';
import { marked } from '../../../../electron/database/mark';
import { DIGEST_VERSION } from '../../../../electron/database/migrations/index';
import { withDatabase } from '../../../../electron/database/sql';
import type { HyokaDocument } from '../../../../shared/assessment/document';

/** Bytes of the file that the literal SQL of an old format describes, and the document in it. */
export function oldFile(sql: SqlJsStatic, format: number): { bytes: Uint8Array; document: HyokaDocument } {
  const text = readFileSync(`test/fixtures/files/format-${String(format)}.sql`, 'utf8');
  const bytes = withDatabase(sql, null, (database) => {
    database.run(text);
    const exported = database.export();
    return format < DIGEST_VERSION ? exported : marked(exported, { save: 'first', program: '0.1.0' });
  });
  return { bytes, document: [first, second, third, fourth, fourth, sixth][format - 1] ?? first };
}

const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

const first: HyokaDocument = {
  id: 'doc-1',
  createdAt: 1_700_000_000_000,
  assessment: {
    form: 'form3',
    edition: '令和6年10月',
    slots: { n_joho: '4情報（氏名、性別、生年月日、住所）' },
    values: {
      'I.1.m1': '後期高齢者医療に関する事務',
      'I.2.systems[b].m3': { selected: ['その他'], texts: { その他: '口座登録システム' } },
      'III[a].4.none': true,
    },
    lists: { files: [{ id: 'a' }], 'I.2.systems': [{ id: 'b' }, { id: 'c', number: 3 }] },
  },
  history: [
    {
      seq: 4,
      at: 1_700_000_005_000,
      from: 1_700_000_004_000,
      author: writer,
      edit: { kind: 'set', path: 'I.1.m1', after: '後期高齢者医療に関する事務' },
    },
    {
      seq: 5,
      at: 1_700_000_006_000,
      author: writer,
      label: 'replaceAll',
      edit: { kind: 'set', path: 'III[a].4.none', after: true },
    },
  ],
  revisions: [],
  comments: [],
  attachments: [
    {
      hash: '0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543',
      mime: 'image/png',
      name: '図.png',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    },
  ],
  leftover: [],
  review: [],
  rounds: [],
  acceptances: [],
  thresholds: [],
  overrides: [],
  progress: [],
};

const second: HyokaDocument = {
  ...first,
  revisions: [
    {
      id: 'r1',
      kind: 'published',
      name: '令和5年度 公表版',
      at: 1_690_000_000_000,
      author: writer,
      assessment: {
        form: 'form3',
        edition: '令和6年10月',
        slots: {},
        values: {},
        lists: { files: [{ id: 'a' }] },
      },
    },
  ],
  comments: [
    {
      id: 'c1',
      path: 'I.1.m1',
      text: '正式な名称ですか。',
      at: 1_700_000_007_000,
      author: { name: '鈴木', department: '行政管理課', pc: 'PC-02' },
    },
  ],
};

const third: HyokaDocument = {
  ...second,
  leftover: [{ id: 'l1', where: { page: 3, line: 12 }, text: '別添のとおり', state: 'open' }],
  review: [
    { path: 'I.1.m3', reason: { code: 'noOption' }, where: [{ page: 1 }], candidates: ['30万人以上'] },
  ],
};

const fourth: HyokaDocument = {
  ...third,
  rounds: [
    {
      id: 'r1',
      decisions: { 'I.1.m1': { material: false, reason: '字句の修正' } },
      drafts: {},
      perItem: 'one',
      perEntry: 'items',
      effective: '',
      withOptional: false,
    },
  ],
};

const sixth: HyokaDocument = {
  ...fourth,
  acceptances: [
    {
      id: 'a1',
      rule: 'placeholder',
      version: 1,
      path: 'I.1.m1',
      fingerprint: '00ab',
      words: '〇〇',
      reason: '引用のため',
      author: { name: '佐藤', department: '国保年金課', pc: 'PC-01' },
      at: 1700000008000,
    },
  ],
  thresholds: [
    {
      id: 't1',
      people: 98800,
      peopleParts: [{ name: '宛名ファイル', count: 98800 }],
      handlers: 40,
      handlersParts: [],
      incident: false,
      duty: 'focused',
      performed: 'focused',
      author: { name: '佐藤', department: '国保年金課', pc: 'PC-01' },
      at: 1700000009000,
    },
  ],
  overrides: [
    {
      id: 'o1',
      purpose: 'submission',
      sentence: '日付は後で記入する。',
      stopped: [{ gate: 'timing', count: 1 }],
      author: { name: '佐藤', department: '国保年金課', pc: 'PC-01' },
      at: 1700000010000,
    },
  ],
};
