import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqlCodec, sqlite } from '../../electron/database/format';
import { forkChild } from '../../electron/processes/fork';
import { distPath } from '../../electron/resources';
import { processStoreHost } from '../../electron/store/processHost';
import {
  applyToWorking,
  infoOf,
  type DocumentChange,
  type WorkingDocument,
} from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';
import { workingDocument } from '../../shared/assessment/working';
import { median, race, type Bench, type Row } from './frame';
import { author, grownDocument, newStamp } from './grown';

/* What a document that grew for years costs: opening, editing, saving. */

const SIZE = 20_000_000;
const RUNS = 5;

/** Edits that are timed together, by turns in a long and a short history, so that both meet the same state of the machine. */
const EDITS = 25;
const TURNS = 41;

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

/** Edits in the session and in the database. */
async function editing(): Promise<Row> {
  const codec = sqlCodec(await sqlite());
  const typist = async (steps: number) => {
    const document = await grownDocument(steps);
    const database = codec.create(document);
    let working: WorkingDocument = workingDocument({
      ...document,
      attachments: document.attachments.map(infoOf),
    });
    return () => {
      for (let n = 0; n < EDITS; n += 1) {
        const change = nextEdit(working);
        working = applyToWorking(working, change);
        database.apply([change]);
      }
    };
  };
  const [long, short] = [await typist(100_000), await typist(100)];
  const name = `${String(EDITS)} edits after 100,000 edits of history`;
  return { ...(await race(name, long, 'after 100', short, TURNS)), limit: { ratio: 1.2 } };
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
  return [{ ...row, limit: { ratio: 1.3 } }];
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
  const what = `opening ${megabytes((await stat(path)).size)}, 10,000 edits of history`;
  return [
    { name: `${what}, the process ready`, ms: median(times.warm), baseline, limit: { ms: 150 } },
    { name: `${what}, the process not yet started`, ms: median(times.cold), baseline, limit: { ms: 400 } },
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
