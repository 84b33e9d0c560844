import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import type { StoreHost } from '../../../../electron/store/contract';
import { readMark } from '../../../../electron/files/mark';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyChange, documentOf, infoOf, type DocumentChange } from '../../../../shared/assessment/document';
import { setEdit } from '../../../../shared/assessment/edit';
import { Failure } from '../../../../shared/commands/failure';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const whole = documentOf(emptyAssessment(formOf('form2'), counter('e')), 'd-1', 1_700_000_000_000);
const picture = fileOf('図.png', new Uint8Array(5_000).fill(7));

function fileOf(name: string, bytes: Uint8Array) {
  return { hash: createHash('sha256').update(bytes).digest('hex'), mime: 'image/png', name, bytes };
}

const attach: DocumentChange = { kind: 'attach', file: picture };

function typed(seq: number, before: string | undefined, after: string): DocumentChange {
  const edit = setEdit('I.1.m1', before, after);
  return { kind: 'edit', record: { seq, at: seq * 10_000, author: writer, edit } };
}

const stamp = (save: string) => ({ save: save.padStart(16, '0'), program: '0.1.0' });

/** What every store promises, in this process or in another one. */
export function storeContract(name: string, newHost: () => StoreHost): void {
  const start = async () => {
    const host = newHost();
    onTestFinished(() => host.close());
    const root = temporaryFolder();
    const path = join(root, 'みなも市.hyoka');
    const mark = await host.write(whole, path, stamp('1'));
    return { host, root, path, mark };
  };

  describe(name, () => {
    it('writes a new document and opens it again, as the mark on the disk says', async () => {
      const { host, path, mark } = await start();
      const { opened } = await host.open(path);
      expect(opened).toMatchObject({ document: whole, stamp: stamp('1'), mark });
      expect(mark).toEqual(await readMark(realFileSystem, path));
    });

    it('writes what was applied, and the document can be opened again', async () => {
      const { host, root, path } = await start();
      const { store } = await host.open(path);
      const changes = [typed(1, undefined, '国民健康保険'), attach];
      await store.apply(changes);
      const expected = changes.reduce((now, change) => applyChange(now, change), whole);
      expect(await store.whole()).toEqual(expected);
      const target = join(root, '写し.hyoka');
      const mark = await store.writeTo(target, stamp('2'));
      expect(mark).toEqual(await readMark(realFileSystem, target));
      const again = await host.open(target);
      expect(again.opened.stamp).toEqual(stamp('2'));
      expect(again.opened.document).toEqual({ ...expected, attachments: [infoOf(picture)] });
      expect(await again.store.attachment(picture.hash)).toEqual(picture.bytes);
      expect(await again.store.attachment('0'.repeat(64))).toBeUndefined();
    });

    it('marks two writings of one state differently', async () => {
      const { host, root, path } = await start();
      const { store } = await host.open(path);
      const first = await store.writeTo(join(root, 'a'), stamp('a1'));
      const second = await store.writeTo(join(root, 'b'), stamp('b2'));
      expect(first).not.toEqual(second);
    });

    it('lets every call take effect in the order in which it was made', async () => {
      const { host, root, path } = await start();
      const { store } = await host.open(path);
      const [target] = [join(root, 'a')];
      const calls = [
        store.apply([typed(1, undefined, '一')]),
        store.writeTo(target, stamp('a1')),
        store.apply([typed(2, '一', '二')]),
      ];
      await Promise.all(calls);
      const { opened } = await host.open(target);
      expect(opened.document.assessment.values['I.1.m1']).toBe('一');
      expect((await store.whole()).assessment.values['I.1.m1']).toBe('二');
    });

    it('says what the disk said when it cannot write', async () => {
      const { host, root, path } = await start();
      const { store } = await host.open(path);
      const target = join(root, 'gone', 'a.hyoka');
      expect(await failureOf(store.writeTo(target, stamp('2')))).toMatchObject({
        code: 'fileNotFound',
        params: { name: 'a.hyoka', detail: 'ENOENT' },
      });
      expect(readdirSync(root)).toEqual(['みなも市.hyoka']);
      expect(await store.whole()).toEqual(whole);
    });

    it('refuses a damaged document and keeps the others open', async () => {
      const { host, root, path } = await start();
      const { store } = await host.open(path);
      const damaged = join(root, '破損.hyoka');
      writeFileSync(damaged, 'SQLite format 3\0');
      expect(await failureOf(host.open(damaged))).toMatchObject({ code: 'fileTruncated' });
      await store.apply([typed(1, undefined, '一')]);
      rmSync(path);
      expect((await store.whole()).assessment.values['I.1.m1']).toBe('一');
    });

    it('refuses calls once it is closed', async () => {
      const { host, path } = await start();
      const { store } = await host.open(path);
      await store.close();
      expect(await failureOf(store.whole())).toMatchObject({ code: 'storeGone' });
      expect(await failureOf(store.apply([attach]))).toMatchObject({ code: 'storeGone' });
    });
  });
}

function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Failure ? error : new Error('not a Failure', { cause: error })),
  );
}
