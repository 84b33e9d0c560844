import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { usualEdges } from '../../electron/documents/edges';
import { DocumentService } from '../../electron/documents/service';
import type { DocumentSession } from '../../electron/documents/session';
import { forkChild } from '../../electron/processes/fork';
import { distPath } from '../../electron/resources';
import { processStoreHost } from '../../electron/store/processHost';
import { setEdit } from '../../shared/assessment/edit';
import type { Bench, Row } from './frame';
import { author, grownDocument, newId, picture } from './grown';
import { childrenOf } from './processes';

/* Two hundred pictures of 3 MB: added, saved and opened again, while somebody types. */

const PICTURES = 200;
const PICTURE_BYTES = 3_000_000;
/** How often the processes of documents are looked at, and how often somebody types (ms). */
const EVERY = 100;
const MEMORY_PER_BYTE = 3.5;

export const bench: Bench = {
  area: 'pictures',
  run: async () => {
    const root = await mkdtemp(join(tmpdir(), 'pictures-bench-'));
    const host = processStoreHost({
      start: () => forkChild(distPath('main', 'store.js')),
      keepsSpare: false,
    });
    try {
      const service = await DocumentService.start(edges(root), host);
      return await measure(service);
    } finally {
      await host.close();
      await rm(root, { recursive: true, force: true });
    }
  },
};

function edges(root: string) {
  return {
    ...usualEdges,
    userData: join(root, 'userData'),
    workspace: () => root,
    agency: () => '',
    author: () => author,
    program: 'bench',
    newId,
    opened: () => undefined,
    emitState: () => undefined,
  };
}

async function measure(service: DocumentService): Promise<readonly Row[]> {
  const view = await service.create(await grownDocument(100), '図の多い評価書');
  const session = service.session(view.session);
  const adding = await typingDuring(session, () => addPictures(session));
  const saving = await typingDuring(session, () => session.save());
  const size = (await stat(view.path)).size;
  await service.close(view.session);
  const watch = watchStores();
  const start = performance.now();
  const again = await service.open(view.path);
  const opening = performance.now() - start;
  const peakMb = await watch();
  await service.close(again.session);
  const limit = { peakMb: (MEMORY_PER_BYTE * size) / 1e6 };
  const file = `${String(PICTURES)} pictures, a file of ${(size / 1e6).toFixed(0)} MB`;
  return [
    { name: `adding ${file}`, ms: adding.ms, peakMb: adding.peakMb, limit },
    { name: 'saving it', ms: saving.ms, peakMb: saving.peakMb, limit },
    { name: 'opening it', ms: opening, peakMb, limit },
    {
      name: 'longest time until an edit was in the journal, while adding',
      ms: adding.longest,
      limit: { ms: 1_000 },
    },
    {
      name: 'longest time until an edit was in the journal, while saving',
      ms: saving.longest,
      limit: { ms: 1_000 },
    },
  ];
}

async function addPictures(session: DocumentSession): Promise<void> {
  for (let number = 1; number <= PICTURES; number += 1)
    await session.change({ kind: 'attach', file: picture(number, PICTURE_BYTES) });
}

/** Types all the while; `longest`: the longest time until an edit was kept. */
async function typingDuring(session: DocumentSession, work: () => Promise<unknown>) {
  const watch = watchStores();
  const start = performance.now();
  const working = work().then(() => 'done' as const);
  let longest = 0;
  do {
    const before = performance.now();
    await type(session);
    longest = Math.max(longest, performance.now() - before);
  } while ((await Promise.race([working, pause(EVERY)])) !== 'done');
  return { ms: performance.now() - start, longest, peakMb: await watch() };
}

let typed = 0;

function type(session: DocumentSession): Promise<unknown> {
  const before = session.document.assessment.values['I.1.m1'];
  return session.apply([{ edit: setEdit('I.1.m1', before, `国民健康保険に関する事務 ${String(typed++)}`) }]);
}

/** Looks at the memory of the processes that keep documents; the answer ends it: the most that one of them held (MB, Linux). */
function watchStores(): () => Promise<number> {
  let peak = 0;
  const look = async () => {
    for (const pid of await childrenOf(process.pid)) peak = Math.max(peak, await residentOf(pid));
  };
  const timer = setInterval(() => void look(), EVERY);
  return async () => {
    clearInterval(timer);
    await look();
    return peak;
  };
}

/** Memory that is in use (MB); 0 for a process that has ended meanwhile. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return (Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}
