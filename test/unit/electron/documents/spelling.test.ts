import { describe, expect, it } from 'vitest';
import { codeOf } from './harness';
import { PATH, simulatedPcs, textOf, typeWord } from './simulated';

describe('a file whose name was spelled otherwise', () => {
  it('gets what was typed into it before a crash: the disk could not be asked for its own spelling', async () => {
    const written = '/share/Annex.hyoka';
    const typed = '/share/annex.hyoka';
    const pcs = simulatedPcs({ paths: [written], share: 'Windows file server' });
    const first = await pcs.start();
    pcs.strike(0, ['resolve', 'any'], { kind: 'error', when: 'before', code: 'EIO' });
    const view = await pcs.run(() => first.service.open(typed));
    expect(view.path).toBe(typed);
    pcs.leave(0, 'ETIMEDOUT');
    await pcs.run(() => typeWord(first, view, '0001'));
    first.kill();
    pcs.leave(0, undefined);
    const second = await pcs.start();
    const again = await pcs.run(() => second.service.open(typed));
    expect(again.path).toBe(written);
    expect(textOf(second, again)).toBe('〈0001〉');
    expect(again.notices).toContainEqual({ code: 'recovered', params: { count: 1 } });
    await pcs.run(() => second.service.closeAll());
    expect(await pcs.run(() => second.service.recoverable())).toEqual([]);
    expect(pcs.wordsIn(written)).toEqual(['〈0001〉']);
  });
});

describe('a copy of what is only read', () => {
  it('is refused rather than made without the older history, where the file cannot be read now', async () => {
    const pcs = simulatedPcs({ pcs: 2 });
    const writer = await pcs.start(0);
    const written = await pcs.run(() => writer.service.open(PATH));
    for (const item of ['I.2', 'I.6', 'cover.remarks', 'cover.name'])
      await pcs.run(() => typeWord(writer, written, '0001', item));
    await pcs.pass(3_000);
    const reader = await pcs.start(1);
    const view = await pcs.run(() => reader.service.open(PATH));
    expect(view.access).toMatchObject({ kind: 'readOnly', why: 'locked' });
    reader.endStores();
    // The first such call looks at what has the name of the copy.
    pcs.strike(1, ['open r', 'document'], { kind: 'error', when: 'before', code: 'EIO' }, 2);
    const copy = '/home/user1/documents/写し.hyoka';
    await pcs.run(() => pcs.machine(1).files.makeFolder('/home/user1/documents'));
    expect(await pcs.run(() => codeOf(reader.service.saveAs(view.session, copy)))).toBe('folderUnreachable');
    const copied = await pcs.run(() => reader.service.saveAs(view.session, copy));
    const { history } = await pcs.run(() => reader.service.session(copied.session).whole());
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
  });
});
