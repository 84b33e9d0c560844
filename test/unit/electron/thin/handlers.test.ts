import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlCodec, sqlite } from '../../../../electron/database/format';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import type { Machine } from '../../../../electron/machine/machine';
import type { CommandContext } from '../../../../electron/commands/context';
import { localFileTasks } from '../../../../electron/store/localFileTasks';
import { thinHandlers } from '../../../../electron/thin/handlers';
import { setEdit } from '../../../../shared/assessment/edit';
import { startService, temporaryFolder } from '../documents/harness';

const codec = sqlCodec(await sqlite());
const context = {} as CommandContext;
const SIXTY_DAYS = 5_184_000_000;

/** Sixty days ago. */
const earlier: Machine = {
  ...realMachine,
  clock: { ...realMachine.clock, now: () => realMachine.clock.now() - SIXTY_DAYS },
};

/** A document in which two items were written in turns sixty days ago, and the handlers. */
async function grown() {
  const root = temporaryFolder();
  const { service } = await startService(root, { machine: earlier });
  const view = await service.begin('form3', undefined);
  const session = service.session(view.session);
  for (let n = 1; n <= 10; n++)
    for (const path of ['I.1.m1', 'cover.remarks']) {
      const before = session.document.assessment.values[path];
      await session.apply([{ edit: setEdit(path, before, `${path} ${String(n)}`) }]);
    }
  const asked: string[] = [];
  const answers: (string | undefined)[] = [];
  const handlers = thinHandlers({
    service,
    tasks: localFileTasks(realFileSystem, codec),
    dependencies: { machine: realMachine },
    chooseNew: (suggested) => {
      asked.push(suggested);
      return Promise.resolve(answers.shift());
    },
  });
  return { root, service, view, handlers, asked, answers };
}

describe('reducing old history', () => {
  it('says beforehand how many records and bytes there will be', async () => {
    const { view, handlers } = await grown();
    const preview = await handlers['thin.preview']?.({ session: view.session }, context);
    expect(preview?.before).toBe(20);
    expect(preview?.after).toBe(3);
    expect(preview?.bytesAfter).toBeLessThanOrEqual(preview?.bytesBefore ?? 0);
  });

  it('writes another file with the same content, opens it and leaves the document', async () => {
    const { root, service, view, handlers } = await grown();
    await service.session(view.session).save();
    const before = readFileSync(view.path);
    const path = join(root, '整理.hyoka');
    const made = await handlers['thin.write']?.({ session: view.session, path }, context);
    expect(made?.path).toBe(path);
    expect(made?.assessment).toEqual(service.session(view.session).document.assessment);
    expect(service.session(made?.session ?? '').document.history).toHaveLength(3);
    expect(readFileSync(view.path)).toEqual(before);
  });

  it('suggests a name beside the document, and does nothing where that is cancelled', async () => {
    const { service, view, handlers, asked } = await grown();
    expect(await handlers['thin.write']?.({ session: view.session }, context)).toBeNull();
    expect(asked).toEqual([view.path.replace(/\.hyoka$/, '（履歴整理）.hyoka')]);
    expect(service.sessions).toEqual([view.session]);
  });

  it('refuses the file that is open', async () => {
    const { view, handlers } = await grown();
    const request = { session: view.session, path: view.path };
    await expect(handlers['thin.write']?.(request, context)).rejects.toMatchObject({ code: 'targetOpen' });
  });
});
