import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { usualEdges, type DocumentEdges } from '../../../../electron/documents/edges';
import { DocumentService } from '../../../../electron/documents/service';
import type { Machine } from '../../../../electron/machine/machine';
import { realMachine } from '../../../../electron/machine/real';
import { sqlCodec, sqlite } from '../../../../electron/database/format';
import { localStoreHost } from '../../../../electron/store/localStore';
import { setEdit, type Edit } from '../../../../shared/assessment/edit';
import { Failure } from '../../../../shared/commands/failure';
import type { DocumentView, SaveState } from '../../../../shared/commands/documents';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), '評価書 '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let ids = 0;

export const writer = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };

/** Saving that does not make a test wait. */
export const quick = { quiet: 5, most: 20, again: [20] };

/** This PC with a clock that runs fifty times as fast, for what waits by design. */
export const hurried: Machine = {
  ...realMachine,
  clock: {
    ...realMachine.clock,
    elapsed: () => realMachine.clock.elapsed() * 50,
    sleep: (milliseconds) => realMachine.clock.sleep(milliseconds / 50),
  },
};

/** A service as one PC has it, and every state it told. `recent`: how many records of a history are read at opening. */
export async function startService(root: string, more: Partial<DocumentEdges> = {}, recent?: number) {
  const states: SaveState[] = [];
  const edges: DocumentEdges = {
    ...usualEdges,
    userData: join(root, 'userData'),
    workspace: () => join(root, '評価書'),
    agency: () => '',
    author: () => writer,
    program: '0.1.0',
    newId: () => `i${String(process.pid)}x${String(ids++)}`,
    opened: () => undefined,
    emitState: (_session, state) => states.push(state),
    timing: quick,
    ...more,
  };
  const service = await DocumentService.start(
    edges,
    localStoreHost(edges.machine.files, sqlCodec(await sqlite(), recent)),
  );
  onTestFinished(async () => {
    for (const { id } of await service.closeAll()) await service.close(id, { discard: true });
  });
  return { service, told: states };
}

export type Service = Awaited<ReturnType<typeof startService>>['service'];

/** Writes the name of the 事務, as the window would. */
export async function type(service: Service, view: DocumentView, text: string): Promise<void> {
  const session = service.session(view.session);
  await session.apply([{ edit: nameEdit(session.document.assessment.values['I.1.m1'], text) }]);
}

export function nameEdit(before: unknown, after: string | undefined): Edit {
  return setEdit('I.1.m1', before as string | undefined, after);
}

export function nameOf(service: Service, view: DocumentView): unknown {
  return service.session(view.session).document.assessment.values['I.1.m1'];
}

/** Waits until something holds; fails after two seconds. */
export async function until(holds: () => boolean, what = 'that it holds'): Promise<void> {
  const end = Date.now() + 2_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The code of the failure, or `done`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
}
