import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqlCodec, sqlite } from '../../electron/database/format';
import { sampleDocument } from '../../electron/documents/samples';
import { forkChild } from '../../electron/jobs/forked';
import { distPath } from '../../electron/resources';
import { processStoreHost } from '../../electron/store/processHost';
import {
  applyToWorking,
  infoOf,
  type DocumentChange,
  type HyokaDocument,
  type WorkingDocument,
} from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';
import { workingDocument } from '../../shared/assessment/working';
import { median, race, type Bench, type Row } from './frame';

/* What a document that grew for years costs: opening, editing, saving. */

const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const newId = () => randomBytes(8).toString('hex');
const newStamp = () => ({ save: newId(), program: 'bench' });
const SIZE = 20_000_000;
const RUNS = 5;

export const bench: Bench = {
  area: 'store',
  run: async () => {
    const root = await mkdtemp(join(tmpdir(), 'store-bench-'));
    try {
      return [await editing(), ...(await saving(root)), ...(await opening(root))];
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};

/** One edit in the session and in the database, a thousand times. */
async function editing(): Promise<Row> {
  const codec = sqlCodec(await sqlite());
  const typist = async (steps: number) => {
    const document = await grownDocument(steps, 0);
    const database = codec.create(document);
    let working: WorkingDocument = workingDocument({
      ...document,
      attachments: document.attachments.map(infoOf),
    });
    return () => {
      for (let n = 0; n < 1_000; n += 1) {
        const change = nextEdit(working);
        working = applyToWorking(working, change);
        database.apply([change]);
      }
    };
  };
  const [long, short] = [await typist(100_000), await typist(100)];
  return race('1,000 edits after 100,000 edits of history', long, 'after 100', short, RUNS);
}

function nextEdit({ assessment, history }: WorkingDocument): Extract<DocumentChange, { kind: 'edit' }> {
  const seq = history.lastSeq + 1;
  const before = assessment.values['I.1.m1'];
  const edit = setEdit('I.1.m1', before, `国民健康保険に関する事務 ${String(seq)}`);
  return { kind: 'edit', record: { seq, at: 1_800_000_000_000 + seq * 60_000, author, edit } };
}

async function saving(root: string): Promise<readonly Row[]> {
  const host = storeHost(false);
  const path = join(root, 'saving.hyoka');
  const document = await grownDocument(10_000, SIZE);
  await host.write(document, path, newStamp());
  const { store } = await host.open(path);
  const sql = await sqlite();
  const database = new sql.Database(await readFile(path));
  let working = workingDocument({ ...document, attachments: document.attachments.map(infoOf) });
  const save = async () => {
    const change = nextEdit(working);
    working = applyToWorking(working, change);
    await store.apply([change]);
    await store.writeTo(join(root, 'work.tmp'), newStamp());
  };
  const baseline = async () => flushed(join(root, 'baseline.tmp'), database.export());
  const row = await race(
    `saving one edit (${megabytes((await readFile(path)).length)}, 10,000 edits of history)`,
    save,
    'export() of the open database and flush of as many bytes',
    baseline,
    RUNS,
  );
  database.close();
  await host.close();
  return [row];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function opening(root: string): Promise<readonly Row[]> {
  const path = join(root, 'opening.hyoka');
  const cold = storeHost(false);
  await cold.write(await grownDocument(10_000, SIZE), path, newStamp());
  const warm = storeHost(true);
  const times: { warm: number[]; cold: number[] } = { warm: [], cold: [] };
  const reads: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // Until the next process is ready.
    await pause(2_500);
    reads.push(await timed(() => readFile(path)));
    times.warm.push(await timed(async () => (await warm.open(path)).store.close()));
    times.cold.push(await timed(async () => (await cold.open(path)).store.close()));
  }
  await Promise.all([warm.close(), cold.close()]);
  const baseline = { name: 'read of the file', ms: median(reads) };
  return [
    { name: 'opening 20 MB, the process ready', ms: median(times.warm), baseline },
    { name: 'opening 20 MB, the process not yet started', ms: median(times.cold), baseline },
  ];
}

function storeHost(keepsSpare: boolean) {
  return processStoreHost({ start: () => forkChild(distPath('main', 'store.js')), keepsSpare });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function flushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
}

/** The larger sample after so many steps of work, with pictures up to about `size` bytes in all. */
async function grownDocument(steps: number, size: number): Promise<HyokaDocument> {
  const { document } = await sampleDocument('minamo-form4', { newId, now: Date.now(), author });
  const start = document.assessment.values['I.1.m2'];
  const text = typeof start === 'string' ? start : '';
  const history = Array.from({ length: steps }, (_, at) => ({
    seq: at + 1,
    at: 1_700_000_000_000 + at * 60_000,
    author,
    edit: setEdit('I.1.m2', text, `${text}${String(at)}`),
    label: 'bench',
  }));
  const textBytes = JSON.stringify(history).length * 1.6;
  const count = Math.max(0, Math.ceil((size - textBytes) / 500_000));
  const pictures = Array.from({ length: count }, (_, at) => pictureOf(at, randomBytes(500_000)));
  return { ...document, history, attachments: [...document.attachments, ...pictures] };
}

function pictureOf(at: number, content: Buffer) {
  const bytes = new Uint8Array(content);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, mime: 'image/png', name: `図${String(at + 1)}.png`, bytes };
}
