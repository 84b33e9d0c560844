import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockPathOf } from '../../../../electron/files/names';
import type { DocumentView } from '../../../../shared/commands/documents';
import {
  codeOf,
  hurried,
  nameEdit,
  nameOf,
  startService,
  temporaryFolder,
  type,
  until,
  writer,
  type Service,
} from './harness';

/** As a crash leaves it: the service is simply never used again, its timers are stopped from writing. */
function savedState(service: Service, view: DocumentView) {
  return service.session(view.session).state;
}

describe('a document', () => {
  it('is a file in the workspace from its first moment and is there again when opened', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    expect(view).toMatchObject({
      name: '重点項目評価書',
      access: { kind: 'edit' },
      state: { kind: 'saved' },
    });
    await type(service, view, '国民健康保険に関する事務');
    await service.close(view.session);
    expect(existsSync(lockPathOf(view.path))).toBe(false);
    expect(readdirSync(join(root, 'userData', 'journal'))).toEqual([]);
    const again = await service.open(view.path);
    expect(nameOf(service, again)).toBe('国民健康保険に関する事務');
    expect(again.steps).toEqual({ canUndo: true, canRedo: false });
    const second = await service.begin('form3', undefined);
    expect(second.name).toBe('重点項目評価書 2');
  });

  it('tells the truth about saving: saving, then saved', async () => {
    const { service, told: states } = await startService(temporaryFolder());
    const view = await service.begin('form2', undefined);
    const applied = type(service, view, 'あ');
    expect(savedState(service, view).kind).toBe('saving');
    await applied;
    await until(() => savedState(service, view).kind === 'saved', 'saved');
    expect(states.map(({ kind }) => kind)).toEqual(['saving', 'saved']);
  });

  it('takes back and does again across closing', async () => {
    const { service } = await startService(temporaryFolder());
    const view = await service.begin('form3', undefined);
    await type(service, view, '一');
    await service.close(view.session);
    const again = await service.open(view.path);
    const session = service.session(again.session);
    expect((await session.undo()).edit).toEqual(nameEdit('一', undefined));
    expect(nameOf(service, again)).toBeUndefined();
    expect((await session.redo()).edit).toEqual(nameEdit(undefined, '一'));
    expect((await session.redo()).edit).toBeNull();
  });

  it('takes back all steps across closing, also those whose records are not read at opening', async () => {
    const { service } = await startService(temporaryFolder(), {}, 2);
    const view = await service.begin('form3', undefined);
    const texts = Array.from({ length: 12 }, (_, at) => String(at));
    // A label keeps each step apart from the next.
    for (const [at, text] of texts.entries())
      await service
        .session(view.session)
        .apply([{ edit: nameEdit(texts[at - 1], text), label: 'replaceAll' }]);
    await service.close(view.session);
    const again = await service.open(view.path);
    const session = service.session(again.session);
    expect([again.seq, session.document.history.earlier]).toEqual([12, 10]);
    for (const [at, text] of [...texts.entries()].reverse()) {
      expect((await session.undo()).edit).toEqual(nameEdit(text, texts[at - 1]));
      expect(session.view.steps).toEqual({ canUndo: at > 0, canRedo: true });
    }
    expect((await session.undo()).edit).toBeNull();
    for (const [at, text] of texts.entries())
      expect((await session.redo()).edit).toEqual(nameEdit(texts[at - 1], text));
    expect(session.document.history.toArray()).toHaveLength(36);
  });

  it('reads the whole history where it is only looked at, and where an edit was made', async () => {
    const { service } = await startService(temporaryFolder(), {}, 2);
    const view = await service.begin('form3', undefined);
    for (const text of ['a', 'ab', 'abc', 'abcd'])
      await service
        .session(view.session)
        .apply([{ edit: nameEdit(nameOf(service, view), text), label: 'replaceAll' }]);
    await service.close(view.session);
    const looked = await service.open(view.path, { readOnly: true });
    expect(await service.session(looked.session).history()).toHaveLength(4);
    const edited = await service.open(view.path);
    expect(service.session(edited.session).document.history.earlier).toBe(2);
    await type(service, edited, 'abcde');
    await until(() => service.session(edited.session).document.history.earlier === 0, 'all records are here');
    expect(await service.session(edited.session).history()).toHaveLength(5);
  });

  it('refuses edits of another state and mistakes, all or none', async () => {
    const { service } = await startService(temporaryFolder());
    const view = await service.begin('form3', undefined);
    const session = service.session(view.session);
    expect(
      await codeOf(session.apply([{ edit: nameEdit(undefined, 'a') }, { edit: nameEdit('b', 'c') }])),
    ).toBe('staleEdit');
    expect(await codeOf(session.apply([{ edit: { kind: 'set', path: 'nowhere', after: 'a' } }]))).toBe(
      'invalidEdit',
    );
    expect(nameOf(service, view)).toBeUndefined();
    expect(session.view.seq).toBe(0);
  });

  it('goes on under another name and leaves the first file as it was', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await type(service, view, 'a');
    await service.session(view.session).save();
    const before = readFileSync(view.path);
    const other = await service.saveAs(view.session, join(root, '別名.hyoka'));
    await type(service, other, 'ab');
    await service.closeAll();
    expect(readFileSync(view.path)).toEqual(before);
    expect(nameOf(service, await service.open(other.path))).toBe('ab');
  });

  it('is never written over what is not a document, nor over what someone has open', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const { service: other } = await startService(join(root, 'other'));
    const view = await service.begin('form3', undefined);
    const damaged = join(root, '壊れた.hyoka');
    writeFileSync(damaged, 'SQLite format 3\0 and then nothing');
    expect(await codeOf(service.saveAs(view.session, damaged))).toBe('targetNotOurs');
    expect(readFileSync(damaged, 'utf8')).toContain('nothing');
    const theirs = await other.begin('form3', undefined);
    expect(await codeOf(service.saveAs(view.session, theirs.path))).toBe('targetInUse');
  });
});

describe('a second opening', () => {
  it('only reads and says who has the document', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const { service: other } = await startService(join(root, 'other'));
    const view = await service.begin('form3', undefined);
    const second = await other.open(view.path);
    expect(second.access).toMatchObject({
      kind: 'readOnly',
      why: 'locked',
      holder: { user: '佐藤', pc: 'PC-01' },
    });
    expect(await codeOf(type(other, second, 'a'))).toBe('documentReadOnly');
    expect(await codeOf(other.takeOverLock(second.session))).toBe('lockNotStale');
    // What is read stays open.
    expect(other.session(second.session).view.access).toEqual(second.access);
    await service.closeAll();
    expect((await other.open(view.path)).access).toEqual({ kind: 'edit' });
  });

  it('notices that the other person has finished, and then edits what they wrote', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const { service: other } = await startService(join(root, 'other'));
    const view = await service.begin('form3', undefined);
    const second = await other.open(view.path);
    expect(await other.lookAgain(second.session)).toEqual(second.access);
    await type(service, view, '先の人が書いた');
    const long = Date.now() / 1000 - 3_600;
    utimesSync(lockPathOf(view.path), long, long);
    expect(await other.lookAgain(second.session)).toMatchObject({ why: 'staleLock' });
    await service.closeAll();
    expect(await other.lookAgain(second.session)).toMatchObject({ kind: 'readOnly', why: 'free' });
    const mine = await other.takeOverLock(second.session);
    expect(mine).toMatchObject({ access: { kind: 'edit' }, notices: [] });
    expect(Object.values(mine.assessment.values)).toContain('先の人が書いた');
    expect(await other.lookAgain(mine.session)).toEqual({ kind: 'edit' });
    await other.closeAll();
  });

  it('can take over a lock whose owner has gone silent; the owner then saves elsewhere and loses nothing', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const { service: other } = await startService(join(root, 'other'), {
      author: () => ({ ...writer, name: '鈴木' }),
      machine: hurried,
    });
    const view = await service.begin('form3', undefined);
    const lock = lockPathOf(view.path);
    const long = Date.now() / 1000 - 3_600;
    utimesSync(lock, long, long);
    const second = await other.open(view.path);
    expect(second.access).toMatchObject({ kind: 'readOnly', why: 'staleLock' });
    const taken = await other.takeOverLock(second.session);
    expect(taken).toMatchObject({
      access: { kind: 'edit' },
      notices: [{ code: 'lockTaken', params: { user: '佐藤' } }],
    });
    await type(other, taken, '鈴木が書いた');
    await other.session(taken.session).save();
    await type(service, view, '佐藤が書いた');
    expect(await service.session(view.session).save()).toMatchObject({
      kind: 'kept',
      error: { code: 'lockLost', params: { user: '鈴木' } },
    });
    const mine = await service.saveAs(view.session, join(root, '佐藤.hyoka'));
    expect(nameOf(service, mine)).toBe('佐藤が書いた');
    await other.closeAll();
    expect(nameOf(service, await service.open(view.path))).toBe('鈴木が書いた');
  });

  it('takes the lock of a program that ended on this PC without asking', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    const lock = JSON.parse(readFileSync(lockPathOf(view.path), 'utf8')) as object;
    writeFileSync(lockPathOf(view.path), JSON.stringify({ ...lock, pid: 4_194_000 }));
    const { service: next } = await startService(root);
    expect(await next.open(view.path)).toMatchObject({
      access: { kind: 'edit' },
      notices: [{ code: 'lockTaken' }],
    });
  });
});

describe('a file that others touch', () => {
  it('is not written over when it was changed meanwhile, until a person says so; theirs is kept', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    const theirs = await service.begin('form3', undefined);
    await type(service, theirs, '相手の内容');
    await service.close(theirs.session);
    writeFileSync(view.path, readFileSync(theirs.path));
    await type(service, view, '自分の内容');
    expect(await service.session(view.session).save()).toMatchObject({
      kind: 'kept',
      error: { code: 'fileChangedOutside' },
    });
    expect(readFileSync(view.path)).toEqual(readFileSync(theirs.path));
    expect((await service.overwrite(view.session)).state.kind).toBe('saved');
    const [newest] = await service.backups(view.path);
    const backup = await service.openBackup(view.path, newest?.id ?? '');
    expect(backup.access).toMatchObject({ kind: 'readOnly', why: 'backup' });
    expect(nameOf(service, backup)).toBe('相手の内容');
  });

  it('is written again when it was deleted', async () => {
    const { service } = await startService(temporaryFolder());
    const view = await service.begin('form3', undefined);
    unlinkSync(view.path);
    await type(service, view, 'a');
    expect((await service.session(view.session).save()).kind).toBe('saved');
    expect(existsSync(view.path)).toBe(true);
  });

  it('keeps the text on this PC while its folder is gone, and is written when it is back', async () => {
    const root = temporaryFolder();
    const { service, told: states } = await startService(root);
    const view = await service.begin('form3', undefined);
    const { renameSync } = await import('node:fs');
    renameSync(join(root, '評価書'), join(root, '外れた'));
    await type(service, view, 'a');
    await until(() => savedState(service, view).kind === 'kept', 'kept');
    expect(states.at(-1)).toMatchObject({ kind: 'kept', error: { code: 'folderUnreachable' } });
    renameSync(join(root, '外れた'), join(root, '評価書'));
    await until(() => savedState(service, view).kind === 'saved', 'saved again');
  });
});

describe('after a crash', () => {
  /** A service that cannot write its file, so that all it knows is in the journal; then it is left as it is. */
  async function crashed(root: string, texts: readonly string[]) {
    const { service } = await startService(root, {
      timing: { quiet: 60_000, most: 60_000, again: [60_000] },
    });
    const view = await service.begin('form3', undefined);
    for (const text of texts) await type(service, view, text);
    rmSync(lockPathOf(view.path));
    return view;
  }

  it('what was typed is put back and then in the file', async () => {
    const root = temporaryFolder();
    const view = await crashed(root, ['国', '国保']);
    const { service } = await startService(root);
    expect(await service.recoverable()).toMatchObject([{ path: view.path, name: '重点項目評価書' }]);
    const again = await service.open(view.path);
    expect(nameOf(service, again)).toBe('国保');
    expect(again.notices).toEqual([{ code: 'recovered', params: { count: 2 } }]);
    await until(() => savedState(service, again).kind === 'saved', 'saved');
    await type(service, again, '国保年金');
    await service.close(again.session);
    expect(nameOf(service, await service.open(view.path))).toBe('国保年金');
    expect(await service.recoverable()).toEqual([]);
  });

  it('only what the file lacks is put back', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root, {
      timing: { quiet: 60_000, most: 60_000, again: [60_000] },
    });
    const view = await service.begin('form3', undefined);
    await type(service, view, '一');
    await service.session(view.session).save();
    await type(service, view, '二');
    rmSync(lockPathOf(view.path));
    const { service: next } = await startService(root);
    const again = await next.open(view.path);
    expect(again.notices).toEqual([{ code: 'recovered', params: { count: 1 } }]);
    expect(nameOf(next, again)).toBe('二');
  });

  it('comes back in a file of its own where the file was changed since, is gone or damaged', async () => {
    for (const harm of ['changed', 'gone', 'damaged'] as const) {
      const root = temporaryFolder();
      const view = await crashed(root, ['書きかけ']);
      const { service: other } = await startService(join(root, 'other'));
      if (harm === 'gone') rmSync(view.path);
      else if (harm === 'damaged') writeFileSync(view.path, readFileSync(view.path).subarray(0, 5_000));
      else {
        const theirs = await other.open(view.path);
        await type(other, theirs, '相手が書いた');
        await other.closeAll();
      }
      const { service } = await startService(root);
      const again = await service.open(view.path);
      const [notice] = again.notices;
      expect(notice?.code).toBe('recoveredApart');
      const apart = String(notice?.params.path);
      expect(nameOf(service, await service.open(apart))).toBe('書きかけ');
      if (harm === 'changed') expect(nameOf(service, again)).toBe('相手が書いた');
      if (harm === 'damaged') expect(readFileSync(view.path)).toHaveLength(5_000);
    }
  });

  it('a torn last line of the journal does no harm', async () => {
    const root = temporaryFolder();
    const view = await crashed(root, ['一', '二']);
    const [folder = ''] = readdirSync(join(root, 'userData', 'journal'));
    const log = join(root, 'userData', 'journal', folder, 'changes-1.log');
    writeFileSync(log, readFileSync(log).subarray(0, -7));
    const { service } = await startService(root);
    const again = await service.open(view.path);
    expect(nameOf(service, again)).toBe('一');
    await type(service, again, '三');
    await service.closeAll();
    expect(nameOf(service, await service.open(view.path))).toBe('三');
  });
});
