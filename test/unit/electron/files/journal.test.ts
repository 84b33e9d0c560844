import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Journal,
  journalFolder,
  lastChange,
  missingFrom,
  readJournal,
  type LeftJournal,
} from '../../../../electron/files/journal';
import type { DocumentChange } from '../../../../shared/assessment/document';
import { temporaryFolder, writer } from '../documents/harness';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';

const base = { path: '/共有/国保.hyoka', bytes: Buffer.from('base'), save: 's0' };

function comment(text: string): DocumentChange {
  return { kind: 'comment', comment: { id: text, text, at: 1, author: writer } };
}

async function left(root: string): Promise<LeftJournal> {
  const journal = await readJournal(realFileSystem, journalFolder(root, base.path));
  if (typeof journal !== 'object') throw new Error(String(journal));
  return journal;
}

const texts = ({ changes }: Pick<LeftJournal, 'changes'>) =>
  changes.map(({ change }) => (change.kind === 'comment' ? change.comment.text : change.kind));

function logOf(root: string): string {
  const folder = journalFolder(root, base.path);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.log')) ?? '');
}

describe('a journal', () => {
  it('gives back every change, and its base, in order', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    await Promise.all(['一', '二', '三\n行'].map((text, at) => journal.append(at + 1, comment(text))));
    await journal.close();
    const found = await left(root);
    expect(texts(found)).toEqual(['一', '二', '三\n行']);
    expect(found.base).toEqual(base);
    expect(lastChange(found)).toBe(3);
  });

  it('tells which changes a file lacks by the stamp in it', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    await journal.append(1, comment('一'));
    await journal.noteSave('s1', 1);
    await journal.append(2, comment('二'));
    await journal.noteSave('s2', 2);
    await journal.close();
    const found = await left(root);
    expect(missingFrom(found, 's0')?.map(({ n }) => n)).toEqual([1, 2]);
    expect(missingFrom(found, 's1')?.map(({ n }) => n)).toEqual([2]);
    expect(missingFrom(found, 's2')).toEqual([]);
    expect(missingFrom(found, 'of someone else')).toBeUndefined();
  });

  it('cut off anywhere gives the changes before the cut, and goes on from there', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    for (let n = 1; n <= 5; n++) await journal.append(n, comment(`変更${String(n)}`));
    await journal.close();
    const whole = readFileSync(logOf(root));
    const first = whole.indexOf('\n') + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: whole.length }), async (cut) => {
        writeFileSync(logOf(root), whole);
        truncateSync(logOf(root), cut);
        const found = await left(root);
        const lines = whole.subarray(0, cut).toString().split('\n').length - 2;
        expect(texts(found)).toEqual(['変更1', '変更2', '変更3', '変更4', '変更5'].slice(0, lines));
        const next = await Journal.resume(realMachine, found);
        await next.append(lines + 1, comment('続き'));
        await next.close();
        expect(texts(await left(root)).at(-1)).toBe('続き');
      }),
      { numRuns: 25, examples: [[whole.length - 1], [whole.length]] },
    );
  });

  it('never believes a line that was altered', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    await journal.append(1, comment('正しい'));
    await journal.append(2, comment('正しい'));
    await journal.close();
    const text = readFileSync(logOf(root), 'utf8');
    const at = text.lastIndexOf('正しい');
    writeFileSync(logOf(root), `${text.slice(0, at)}誤り！${text.slice(at + 3)}`);
    expect(texts(await left(root))).toEqual(['正しい']);
    appendFileSync(logOf(root), 'noise');
    expect(texts(await left(root))).toEqual(['正しい']);
  });

  it('keeps attached bytes beside it and checks them', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    const bytes = new Uint8Array([1, 2, 3]);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await journal.append(1, { kind: 'attach', file: { hash, mime: 'image/png', name: '図', bytes } });
    await journal.close();
    const [found] = (await left(root)).changes;
    expect(found?.change).toMatchObject({ kind: 'attach', file: { hash, name: '図' } });
    expect(found?.change.kind === 'attach' && [...found.change.file.bytes]).toEqual([1, 2, 3]);
    writeFileSync(join(journalFolder(root, base.path), `${hash}.bin`), 'x');
    expect(await readJournal(realFileSystem, journalFolder(root, base.path))).toBe('unreadable');
  });

  it('begins anew from the saved state and leaves nothing of the old behind', async () => {
    const root = temporaryFolder();
    const journal = await Journal.begin(realMachine, root, base);
    await journal.append(1, comment('x'.repeat(100_000)));
    await journal.rebase({ ...base, bytes: Buffer.from('saved'), save: 's1' });
    await journal.append(2, comment('二'));
    await journal.close();
    const found = await left(root);
    expect([texts(found), found.base.save, found.base.bytes.toString()]).toEqual([['二'], 's1', 'saved']);
    expect(readdirSync(found.folder)).toHaveLength(2);
    expect(statSync(logOf(root)).size).toBeLessThan(2_000);
  });

  it('that cannot be kept says so at every change', async () => {
    const journal = Journal.absent(realMachine, temporaryFolder(), base.path);
    await expect(journal.append(1, comment('一'))).rejects.toThrow();
    await expect(journal.append(2, comment('二'))).rejects.toThrow();
    await journal.discard();
  });
});
