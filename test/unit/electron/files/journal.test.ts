import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalFolders } from '../../../../electron/files/journal/folder';
import { Journal, type JournalBase } from '../../../../electron/files/journal/journal';
import {
  lastChange,
  missingFrom,
  readJournal,
  unconfirmed,
  type LeftJournal,
} from '../../../../electron/files/journal/left';
import type { Machine } from '../../../../electron/machine/machine';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import { readMark } from '../../../../electron/files/mark';
import type { DocumentChange } from '../../../../shared/assessment/document';
import { temporaryFolder, writer } from '../documents/harness';

const owner = { token: 'aabbccdd', processId: 1 };

/** A document with some bytes, whose journal begins. */
async function documentIn(root: string, text = 'base'): Promise<JournalBase> {
  const path = join(root, '国保.hyoka');
  writeFileSync(path, text);
  const mark = await readMark(realFileSystem, path);
  return { path, documentId: 'd1', save: 's0', n: 0, mark };
}

function comment(text: string): DocumentChange {
  return { kind: 'comment', comment: { id: text, text, at: 1, author: writer } };
}

async function folderOf(root: string): Promise<string> {
  return (await journalFolders(realFileSystem, join(root, 'journal')))[0] ?? '';
}

async function left(root: string): Promise<LeftJournal> {
  const journal = await readJournal(realFileSystem, await folderOf(root));
  if (typeof journal !== 'object') throw new Error(String(journal));
  return journal;
}

const begin = (root: string, base: JournalBase, machine: Machine = realMachine) =>
  Journal.begin(machine, join(root, 'journal'), base, owner);

const texts = ({ changes }: Pick<LeftJournal, 'changes'>) =>
  changes.map(({ change }) => (change.kind === 'comment' ? change.comment.text : change.kind));

async function listOf(root: string): Promise<string> {
  const folder = await folderOf(root);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.log')) ?? '');
}

describe('a journal', () => {
  it('gives back every change, and its base, in order', async () => {
    const root = temporaryFolder();
    const base = await documentIn(root);
    const journal = await begin(root, base);
    await Promise.all(['一', '二', '三\n行'].map((text, at) => journal.append(at + 1, [comment(text)])));
    await journal.close();
    const found = await left(root);
    expect(texts(found)).toEqual(['一', '二', '三\n行']);
    expect(found).toMatchObject({ path: base.path, documentId: 'd1', base: { save: 's0', n: 0 }, owner });
    expect(readFileSync(found.base.path, 'utf8')).toBe('base');
    expect(lastChange(found)).toBe(3);
  });

  it('tells which changes a file lacks by the stamp in it, and which are certainly in one', async () => {
    const root = temporaryFolder();
    const journal = await begin(root, await documentIn(root));
    await journal.append(1, [comment('一')]);
    await journal.noteSave('s1', 1);
    await journal.noteSaved('s1', 1);
    await journal.append(2, [comment('二')]);
    await journal.noteSave('s2', 2);
    await journal.close();
    const found = await left(root);
    expect(missingFrom(found, 's0')?.map(({ n }) => n)).toEqual([1, 2]);
    expect(missingFrom(found, 's1')?.map(({ n }) => n)).toEqual([2]);
    expect(missingFrom(found, 's2')).toEqual([]);
    expect(missingFrom(found, 'of someone else')).toBeUndefined();
    expect(unconfirmed(found).map(({ n }) => n)).toEqual([2]);
  });

  it('keeps changes that are made together whole or not at all, cut off anywhere', async () => {
    const root = temporaryFolder();
    const journal = await begin(root, await documentIn(root));
    for (let n = 1; n <= 9; n += 3)
      await journal.append(
        n,
        [0, 1, 2].map((more) => comment(`変更${String(n + more)}`)),
      );
    await journal.close();
    const list = await listOf(root);
    const whole = readFileSync(list);
    const first = whole.indexOf('\n') + 1;
    const all = Array.from({ length: 9 }, (_, at) => `変更${String(at + 1)}`);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: whole.length }), async (cut) => {
        writeFileSync(list, whole);
        truncateSync(list, cut);
        const found = await left(root);
        const lines = whole.subarray(0, cut).toString().split('\n').length - 2;
        expect(texts(found)).toEqual(all.slice(0, lines * 3));
        const next = await Journal.resume(realMachine, found, owner);
        await next.append(lines * 3 + 1, [comment('続き')]);
        await next.close();
        expect(texts(await left(root)).at(-1)).toBe('続き');
      }),
      { numRuns: 25, examples: [[whole.length - 1], [whole.length]] },
    );
  });

  it('never believes a line that was altered', async () => {
    const root = temporaryFolder();
    const journal = await begin(root, await documentIn(root));
    await journal.append(1, [comment('正しい')]);
    await journal.append(2, [comment('正しい')]);
    await journal.close();
    const list = await listOf(root);
    const text = readFileSync(list, 'utf8');
    const at = text.lastIndexOf('正しい');
    writeFileSync(list, `${text.slice(0, at)}誤り！${text.slice(at + 3)}`);
    expect(texts(await left(root))).toEqual(['正しい']);
    appendFileSync(list, 'noise');
    expect(texts(await left(root))).toEqual(['正しい']);
  });

  it('keeps attached bytes beside it and checks them', async () => {
    const root = temporaryFolder();
    const journal = await begin(root, await documentIn(root));
    const bytes = new Uint8Array([1, 2, 3]);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await journal.append(1, [{ kind: 'attach', file: { hash, mime: 'image/png', name: '図', bytes } }]);
    await journal.close();
    const [found] = (await left(root)).changes;
    expect(found?.change).toMatchObject({ kind: 'attach', file: { hash, name: '図' } });
    expect(found?.change.kind === 'attach' && [...found.change.file.bytes]).toEqual([1, 2, 3]);
    const folder = await folderOf(root);
    writeFileSync(join(folder, `${hash}.bin`), 'x');
    expect(await readJournal(realFileSystem, folder)).toBe('unreadable');
  });

  it('counts nothing as kept after a change that could not be, until it begins anew from a file that holds it', async () => {
    const root = temporaryFolder();
    const base = await documentIn(root);
    let isFull = false;
    const rename: Machine['files']['rename'] = (from, to) =>
      isFull && to.endsWith('.bin')
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : realFileSystem.rename(from, to);
    const machine = { ...realMachine, files: { ...realFileSystem, rename } };
    const journal = await begin(root, base, machine);
    isFull = true;
    const bytes = new Uint8Array([1]);
    const file = { hash: 'aa', mime: 'image/png', name: '図', bytes };
    await expect(journal.append(1, [{ kind: 'attach', file }])).rejects.toThrow();
    isFull = false;
    await expect(journal.append(2, [comment('二')])).rejects.toThrow('earlier');
    await journal.noteSaved('s1', 1);
    expect(journal.hasGap).toBe(true);
    await expect(journal.append(3, [comment('三')])).rejects.toThrow('earlier');
    await journal.rebase({ ...base, save: 's1', n: 3 });
    expect(journal.hasGap).toBe(false);
    await journal.append(4, [comment('四')]);
    await journal.close();
    const found = await left(root);
    expect(texts(found)).toEqual(['四']);
    expect(found.base).toMatchObject({ save: 's1', n: 3 });
  });

  it('begins anew with the changes that the saved file does not hold, whenever they are made', async () => {
    const root = temporaryFolder();
    const base = await documentIn(root);
    const journal = await begin(root, base);
    await journal.append(1, [comment('x'.repeat(100_000))]);
    writeFileSync(base.path, 'saved');
    const mark = await readMark(realFileSystem, base.path);
    await journal.append(2, [comment('保存中')]);
    const rebased = journal.rebase({ ...base, save: 's1', n: 1, mark });
    const during = [3, 4, 5, 6].map((n) => journal.append(n, [comment(String(n))]));
    await Promise.all([rebased, ...during]);
    await journal.append(7, [comment('後')]);
    await journal.close();
    const found = await left(root);
    expect(texts(found)).toEqual(['保存中', '3', '4', '5', '6', '後']);
    expect(found.base).toMatchObject({ save: 's1', n: 1 });
    expect(readFileSync(found.base.path, 'utf8')).toBe('saved');
    expect(readdirSync(found.folder).sort()).toEqual(['base-2.hyoka', 'changes-2.log', 'owner.json']);
    expect(statSync(await listOf(root)).size).toBeLessThan(2_000);
  });

  it('has its base written anew where another file took the place of the one that was opened', async () => {
    const root = temporaryFolder();
    const base = await documentIn(root);
    writeFileSync(base.path, 'of somebody else');
    await expect(begin(root, base)).rejects.toThrow('replaced');
    const write = (target: string) => {
      writeFileSync(target, 'as it was opened');
      return Promise.resolve();
    };
    const journal = await begin(root, { ...base, write });
    await journal.append(1, [comment('一')]);
    await journal.close();
    const found = await left(root);
    expect(texts(found)).toEqual(['一']);
    expect(readFileSync(found.base.path, 'utf8')).toBe('as it was opened');
  });

  it('that the disk refuses to read is not called unreadable', async () => {
    const root = temporaryFolder();
    const journal = await begin(root, await documentIn(root));
    await journal.append(1, [comment('一')]);
    await journal.close();
    const open: Machine['files']['open'] = () =>
      Promise.reject(Object.assign(new Error('trouble'), { code: 'EIO' }));
    await expect(readJournal({ ...realFileSystem, open }, await folderOf(root))).rejects.toThrow('trouble');
    expect(texts(await left(root))).toEqual(['一']);
  });

  it('of an older version is read: one change a line, and no word about the document', async () => {
    const root = temporaryFolder();
    const line = (value: object) => {
      const json = JSON.stringify(value);
      return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
    };
    const journal = await begin(root, await documentIn(root));
    await journal.close();
    const change = comment('以前の版');
    writeFileSync(
      await listOf(root),
      line({ kind: 'open', path: '/共有/国保.hyoka', save: 's0', at: 1 }) +
        line({ kind: 'change', n: 1, at: 2, change }) +
        line({ kind: 'save', save: 's1', n: 1 }),
    );
    const found = await left(root);
    expect(found).toMatchObject({ path: '/共有/国保.hyoka', documentId: undefined, confirmed: 0, at: 2 });
    expect(texts(found)).toEqual(['以前の版']);
    expect(missingFrom(found, 's1')).toEqual([]);
  });

  it('that cannot be kept says so at every change', async () => {
    const journal = Journal.absent(realMachine);
    await expect(journal.append(1, [comment('一')])).rejects.toThrow();
    await expect(journal.append(2, [comment('二')])).rejects.toThrow();
    await journal.discard();
  });
});
