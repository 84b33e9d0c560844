import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeDocument, sqlite } from '../../../../electron/database/format';
import { rowDigest } from '../../../../electron/database/digest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyChange, documentOf, type DocumentChange } from '../../../../shared/assessment/document';
import { setEdit } from '../../../../shared/assessment/edit';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

const page = readFileSync('docs/FORMAT.md', 'utf8');
const queries = [...page.matchAll(/```sql\n([^`]+)```/g)].map((match) => match[1] ?? '');

const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const at = Date.UTC(2026, 3, 1, 0, 30);
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const picture = {
  hash: createHash('sha256').update(bytes).digest('hex'),
  mime: 'image/png',
  name: '図1.png',
  bytes,
};
const changes: readonly DocumentChange[] = [
  {
    kind: 'edit',
    record: { seq: 1, at, author, edit: setEdit('I.1.m1', undefined, '国民健康保険に関する事務\n𠮷野町') },
  },
  { kind: 'comment', comment: { id: 'c1', path: 'I.1.m1', text: '正式な名称ですか。', at, author } },
  {
    kind: 'acceptance',
    acceptance: {
      id: 'a1',
      rule: 'placeholder',
      version: 1,
      path: 'I.1.m1',
      fingerprint: '00ab',
      words: '〇〇',
      reason: '引用のため',
      author,
      at,
    },
  },
  {
    kind: 'progress',
    record: { id: 'p1', step: 'published', day: '2026-03-31', publication: 'assessment', author, at },
  },
  { kind: 'attach', file: picture },
];
const plain = documentOf(emptyAssessment(formOf('form3'), counter()), 'd-1', 1);
const edited = changes.reduce(applyChange, plain);
const document = applyChange(edited, {
  kind: 'revision',
  revision: {
    id: 'r1',
    kind: 'published',
    name: '令和8年度 公表版',
    at,
    author,
    assessment: edited.assessment,
  },
});

/** What the `sqlite3` command prints for a query that is found on the page by a part of its text. */
function ask(part: string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '国保.hyoka'), written);
  const query = queries.find((text) => text.includes(part)) ?? '';
  const { error, stdout, stderr } = spawnSync('sqlite3', ['-readonly', '国保.hyoka', query], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error) throw new Error(`${error.message}: the Debian package sqlite3 is installed by npm test`);
  expect(stderr).toBe('');
  return { folder, lines: stdout.trimEnd() };
}

const written = encodeDocument(await sqlite(), document, { save: '0123456789abcdef', program: '0.1.0' });

describe('docs/FORMAT.md', () => {
  it.each([
    ['FROM meta', 'edition|令和6年10月\nform|form3\nid|d-1'],
    ['FROM value', 'I.1.m1|国民健康保険に関する事務\n𠮷野町'],
    ['FROM edit', '2026-04-01 09:30:00|佐藤|I.1.m1|国民健康保険に関する事務\n𠮷野町'],
    ['FROM acceptance', '2026-04-01 09:30:00|佐藤|placeholder|I.1.m1|引用のため'],
    ['FROM progress', '2026-03-31|published|assessment|佐藤'],
    ['FROM comment', 'I.1.m1|正式な名称ですか。'],
    ['FROM revision', '令和8年度 公表版|published'],
  ])('has a query that any SQLite tool answers: %s', (part, lines) => {
    expect(ask(part).lines).toContain(lines);
  });

  it('has a query for the entries of lists', () => {
    const files = plain.assessment.lists.files ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const [position, { id }] of files.entries())
      expect(ask('FROM entry').lines).toContain(`files|${String(position + 1)}|${id}|`);
  });

  it('has a query that writes pictures as files', () => {
    const { folder, lines } = ask('writefile');
    expect(lines).toBe('4|image/png|図1.png');
    expect(new Uint8Array(readFileSync(join(folder, `${picture.hash}.bin`)))).toEqual(bytes);
  });

  it('leaves the file as it is and finds it whole', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.hyoka'), written);
    const { stdout } = spawnSync('sqlite3', ['a.hyoka', 'PRAGMA integrity_check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('ok');
    expect(readFileSync(join(folder, 'a.hyoka')).equals(Buffer.from(written))).toBe(true);
  });

  it('describes the digest of a row as it is', () => {
    const text = 'meta\u001fid\u001f"d-1"';
    const digest = createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);
    expect(rowDigest('meta', ['id', '"d-1"'])).toBe(digest);
    expect(Buffer.from(written).includes(digest)).toBe(true);
  });
});
