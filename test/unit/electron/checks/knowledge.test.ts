import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeStore } from '../../../../electron/checks/knowledge';
import { realMachine } from '../../../../electron/machine/real';
import { builtInKnowledge, knowledgeText } from '../../../../shared/checks/facts/knowledge';
import { Failure } from '../../../../shared/commands/failure';
import { temporaryFolder } from '../documents/harness';

function setUp(text: string) {
  const folder = temporaryFolder();
  const file = join(folder, '知識データ.json');
  writeFileSync(file, text);
  const kept = join(folder, 'kept.json');
  return { file, kept, store: new KnowledgeStore(realMachine, kept) };
}

const newer = knowledgeText({ ...builtInKnowledge, date: '2099-01-01', source: '県からの配布' });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

describe('知識データ of a PC', () => {
  it('are those of the program until a newer file is imported, and stay after a restart', async () => {
    const { file, kept, store } = setUp(newer);
    expect(await store.inUse()).toMatchObject({ date: builtInKnowledge.date, imported: null });
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const expected = { date: '2099-01-01', source: '県からの配布', imported: { sha256 } };
    expect(await store.importFile(file)).toMatchObject(expected);
    expect(await new KnowledgeStore(realMachine, kept).inUse()).toMatchObject(expected);
    expect(await store.reset()).toMatchObject({ date: builtInKnowledge.date, imported: null });
    expect(await new KnowledgeStore(realMachine, kept).inUse()).toMatchObject({ imported: null });
  });

  it.each([
    ['broken', newer.slice(0, -40), 'knowledgeBroken'],
    ['of another kind', '{"a": 1}', 'knowledgeBroken'],
    ['older', knowledgeText({ ...builtInKnowledge, date: '2000-01-01' }), 'knowledgeOlder'],
    ['of a newer format', newer.replace(/"formatVersion": \d+/, '"formatVersion": 99'), 'knowledgeNewer'],
  ])('refuse a file that is %s, and those in use stay', async (_, text, code) => {
    const { file, store } = setUp(text);
    expect(await refused(store.importFile(file))).toBe(code);
    expect(await store.inUse()).toMatchObject({ date: builtInKnowledge.date, imported: null });
  });

  it('that were damaged on this PC are not used', async () => {
    const { file, kept, store } = setUp(newer);
    await store.importFile(file);
    writeFileSync(kept, newer.slice(0, 100));
    expect(await new KnowledgeStore(realMachine, kept).inUse()).toMatchObject({ imported: null });
  });
});
