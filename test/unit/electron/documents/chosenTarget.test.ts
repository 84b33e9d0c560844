import { describe, expect, it } from 'vitest';
import { codeOf } from './harness';
import { PATH, simulatedPcs, typeWord } from './simulated';

const OTHER = '/share/二課.hyoka';

/** Somebody at the second PC opens the other document, types into it and closes it. */
async function colleagueWrites(pcs: ReturnType<typeof simulatedPcs>, word: string): Promise<void> {
  const colleague = await pcs.start(1);
  const view = await pcs.run(() => colleague.service.open(OTHER));
  await pcs.run(() => typeWord(colleague, view, word));
  await pcs.run(() => colleague.service.closeAll());
}

describe('a document that is saved over another one', () => {
  const paths = [PATH, OTHER];

  it('replaces what the person chose, which becomes a backup', async () => {
    const pcs = simulatedPcs({ pcs: 2, paths });
    await colleagueWrites(pcs, '0001');
    const { service } = await pcs.start(0);
    const view = await pcs.run(() => service.open(PATH));
    const moved = await pcs.run(() => service.saveAs(view.session, OTHER));
    expect(moved.path).toBe(OTHER);
    expect(pcs.wordsIn(OTHER)).toEqual([]);
    const backups = await pcs.run(() => service.backups(OTHER));
    expect(backups.length).toBeGreaterThan(0);
  });

  it.each(['stat', 'open r', 'resolve'])(
    'is refused where the PC slept right after a person chose and a colleague saved meanwhile: %s',
    async (call) => {
      const pcs = simulatedPcs({ pcs: 2, paths });
      const mine = await pcs.start(0);
      const view = await pcs.run(() => mine.service.open(PATH));
      await pcs.run(() => typeWord(mine, view, '0001'));
      await pcs.pass(3_000);
      pcs.strike(0, [call, 'document'], { kind: 'sleep', when: 'before', for: 60_000 });
      const saving = codeOf(mine.service.saveAs(view.session, OTHER));
      await pcs.pass(1_000);
      await colleagueWrites(pcs, '0002');
      expect(await pcs.run(() => saving)).toBe('targetChanged');
      expect(pcs.wordsIn(OTHER)).toEqual(['〈0002〉']);
      expect(await pcs.run(() => typeWord(mine, view, '0003'))).toEqual({ kind: 'saving' });
      await pcs.pass(3_000);
      expect(pcs.wordsIn(PATH)).toEqual(['〈0001〉', '〈0003〉']);
      expect((await pcs.run(() => mine.service.saveAs(view.session, OTHER))).path).toBe(OTHER);
    },
  );

  it('is refused where a file of that name came while it was written', async () => {
    const pcs = simulatedPcs({ pcs: 2, paths });
    const { service } = await pcs.start(0);
    const view = await pcs.run(() => service.open(PATH));
    const free = '/share/三課.hyoka';
    const bytes = pcs.share.file('open', '/二課.hyoka').bytes.slice();
    pcs.at(0, ['write', 'temporary'], () => {
      const handle = pcs.share.open('/三課.hyoka', 'w', 0o644, 'another program');
      handle.write(bytes);
      handle.close();
    });
    expect(await pcs.run(() => codeOf(service.saveAs(view.session, free)))).toBe('targetChanged');
    expect(pcs.share.file('open', '/三課.hyoka').bytes).toEqual(bytes);
    expect(pcs.share.list('/').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
