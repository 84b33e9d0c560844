import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDocument } from '../../../../electron/cli/output';
import { ledgerFacts } from '../../../../electron/office/facts';
import { type IndexTools, WorkspaceIndex } from '../../../../electron/office/workspaceIndex';
import { documentFiles } from '../../../../electron/publish/documentFiles';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf } from '../../../../shared/assessment/document';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

async function write(path: string, name: string): Promise<void> {
  const assessment = emptyAssessment(formOf('form2'), counter());
  await writeDocument(path, documentOf({ ...assessment, values: { 'cover.name': name } }, path, 1));
}

/** An index of a real folder; `read` gathers what was read, `cache` is its file. */
function indexOf(folder: string, cache = { text: '' }, today = 20_261_130) {
  const read: string[] = [];
  const state = { changes: 0 };
  const tools: IndexTools = {
    program: '1.0.0',
    filesIn: (at) => documentFiles(at, { subfolders: true }),
    statusOf: (path) => {
      const { size, mtimeMs } = statSync(path);
      return Promise.resolve({ size, modified: mtimeMs });
    },
    factsOf: (path, withFindings) => {
      read.push(`${path.slice(folder.length + 1)}${withFindings ? ' +' : ''}`);
      return ledgerFacts({ path, withFindings });
    },
    openBy: () => Promise.resolve(undefined),
    sentence: ({ code }) => code,
    readCache: () => Promise.resolve(cache.text),
    writeCache: (text) => {
      cache.text = text;
      return Promise.resolve();
    },
    changed: () => (state.changes += 1),
    now: () => Date.now(),
    today: () => today,
  };
  const index = new WorkspaceIndex(folder, tools);
  const names = () =>
    index.snapshot().rows.map(({ row }) => (row.kind === 'fault' ? row.fault : row.facts.name));
  return { index, read, names, state, cache };
}

describe('the index of a workspace folder', () => {
  it('reads every file first, and checks it afterwards', async () => {
    const folder = temporaryFolder();
    await write(join(folder, '1.hyoka'), '一');
    await write(join(folder, '2.hyoka'), '二');
    const { index, read, names, state } = indexOf(folder);
    expect(index.snapshot()).toMatchObject({ rows: [], at: null });
    await index.refresh();
    expect(read).toEqual(['1.hyoka', '2.hyoka', '1.hyoka +', '2.hyoka +']);
    expect(names()).toEqual(['一', '二']);
    expect(index.snapshot()).toMatchObject({ unread: 0, unchecked: 0 });
    expect(state.changes).toBeGreaterThan(0);
  });

  it('reads nothing again that stayed the same, and what others changed', async () => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, '1.hyoka'), join(folder, '2.hyoka')];
    await write(first, '一');
    await write(second, '二');
    const { index, read, names, state } = indexOf(folder);
    await index.refresh();
    read.length = 0;
    state.changes = 0;
    await index.refresh();
    expect([read, state.changes]).toEqual([[], 0]);
    rmSync(second);
    await write(join(folder, '3.hyoka'), '三');
    rmSync(first);
    await write(first, '一（改）');
    utimesSync(first, 2_000_000_000, 2_000_000_000);
    await index.refresh();
    expect(read).toEqual(['1.hyoka', '3.hyoka', '1.hyoka +', '3.hyoka +']);
    expect(names()).toEqual(['一（改）', '三']);
    expect(state.changes).toBeGreaterThan(0);
  });

  it('begins with what was known last time; the cache can be deleted, or be anything', async () => {
    const folder = temporaryFolder();
    await write(join(folder, '1.hyoka'), '一');
    const before = indexOf(folder);
    await before.index.refresh();
    const again = indexOf(folder, before.cache);
    await again.index.load();
    expect(again.names()).toEqual(['一']);
    await again.index.refresh();
    expect(again.read).toEqual([]);
    for (const text of ['', '{', '[]', '{"program":"1.0.0","folder":"/elsewhere","entries":[]}', 'null']) {
      const broken = indexOf(folder, { text });
      await broken.index.refresh();
      expect(broken.names()).toEqual(['一']);
    }
  });

  it('checks anew on another day', async () => {
    const folder = temporaryFolder();
    await write(join(folder, '1.hyoka'), '一');
    const before = indexOf(folder);
    await before.index.refresh();
    const tomorrow = indexOf(folder, before.cache, 20_261_201);
    await tomorrow.index.load();
    expect(tomorrow.index.snapshot()).toMatchObject({ unread: 0, unchecked: 1 });
    await tomorrow.index.refresh();
    expect(tomorrow.read).toEqual(['1.hyoka +']);
  });

  it('has a row for what cannot be read, and goes on', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '1こわれた.hyoka'), 'SQLite format 3\0');
    mkdirSync(join(folder, '下'));
    await write(join(folder, '下', '2.hyoka'), '二');
    const { index, names, read } = indexOf(folder);
    await index.refresh();
    expect(names()).toEqual(['fileTruncated', '二']);
    await index.refresh();
    expect(read.filter((path) => path.startsWith('1'))).toHaveLength(1);
  });

  it('keeps its rows while the share is away, says so, and goes on when it is back', async () => {
    const folder = join(temporaryFolder(), '共有');
    mkdirSync(folder);
    await write(join(folder, '1.hyoka'), '一');
    const { index, names, read } = indexOf(folder);
    await index.refresh();
    read.length = 0;
    renameSync(folder, `${folder}2`);
    await index.refresh();
    expect(names()).toEqual(['一']);
    expect(index.snapshot().fault).toBeDefined();
    renameSync(`${folder}2`, folder);
    await index.refresh();
    expect([names(), index.snapshot().fault, read]).toEqual([['一'], undefined, []]);
  });
});
