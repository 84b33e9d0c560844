import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualEdges } from '../../electron/documents/edges';
import { inProcessStoreHost } from '../../electron/store/inProcess';
import { DocumentService } from '../../electron/documents/service';
import { sampleDocument } from '../../electron/documents/samples';
import { setEdit } from '../../shared/assessment/edit';
import type { HyokaDocument } from '../../shared/assessment/document';
import { readFile } from 'node:fs/promises';
import { race, type Bench } from './frame';

const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const newId = () => randomBytes(8).toString('hex');

/** The time until a keystroke is safe, and until a document that grew for years can be edited. */
export const bench: Bench = {
  area: 'save',
  run: async () => {
    const root = await mkdtemp(join(tmpdir(), 'save-bench-'));
    try {
      return await measure(root);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};

async function measure(root: string) {
  const service = await DocumentService.start(
    {
      ...usualEdges,
      // Only what is asked for is measured: no timer writes in between.
      timing: { quiet: 3_600_000, most: 3_600_000, again: [3_600_000] },
      userData: join(root, 'userData'),
      workspace: () => root,
      agency: () => '',
      author: () => author,
      program: 'bench',
      newId,
      opened: () => undefined,
      emitState: () => undefined,
    },
    await inProcessStoreHost(),
  );
  const view = await service.create(await grownDocument(10_000), '長年使った評価書');
  const session = service.session(view.session);
  let n = 0;
  const type = () => {
    const before = session.document.assessment.values['I.1.m1'];
    return session.apply([{ edit: setEdit('I.1.m1', before, `国民健康保険に関する事務 ${String(n++)}`) }]);
  };
  const bytes = await readFile(view.path);
  const line = Buffer.alloc(400, 'x');
  const rows = [
    await race('keystroke until it is on disk', type, 'flush of 400 bytes', () => flushed(root, line), 31),
    await race(
      `keystroke until it is in the file (${(bytes.length / 1e6).toFixed(1)} MB, 10,000 edits of history)`,
      async () => {
        await type();
        await session.save();
      },
      'flush of as many bytes and rename',
      () => flushed(root, bytes),
    ),
  ];
  await service.close(view.session);
  const reopen = async () => service.close((await service.open(view.path)).session);
  return [
    ...rows,
    await race('open and close that document', reopen, 'read of the file', () => readFile(view.path)),
  ];
}

/** What any program would have to do for bytes to be safe. */
async function flushed(root: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(root, 'baseline.tmp');
  const handle = await open(temporary, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(temporary, join(root, 'baseline'));
}

/** The larger sample after so many steps of work. */
async function grownDocument(steps: number): Promise<HyokaDocument> {
  const { document } = await sampleDocument('minamo-form4', { newId, now: Date.now(), author });
  const start = document.assessment.values['I.1.m2'];
  const text = typeof start === 'string' ? start : '';
  const history = Array.from({ length: steps }, (_, at) => ({
    seq: at + 1,
    at: 1_700_000_000_000 + at * 60_000,
    author,
    edit: setEdit('I.1.m2', text, text),
    label: 'bench',
  }));
  return { ...document, history };
}
