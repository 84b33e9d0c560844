import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sqlite } from '../../../../electron/database/format';
import { encodeDocument } from '../../../../electron/database/write';
import { forkChild } from '../../../../electron/processes/fork';
import { forkedStoreHost } from '../../../../electron/store/forked';
import type { StoreChild } from '../../../../electron/store/line';
import { processStoreHost } from '../../../../electron/store/processHost';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf } from '../../../../shared/assessment/document';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';
import { bundled } from './bundle';
import { storeContract } from './storeContract';

// Processes start slowly on a PC that is busy.
vi.setConfig({ testTimeout: 30_000 });

const script = await bundled('electron/store/process.ts', 'store');
const costlyScript = await bundled('test/unit/electron/store/costlyProcess.ts', 'costly-store');

storeContract('a store in a process of its document', () => forkedStoreHost(script));

const stamp = { save: '0123456789abcdef', program: '0.1.0' };
const document = documentOf(emptyAssessment(formOf('form2'), counter('e')), 'd-1', 1_700_000_000_000);

/** A host whose processes can be ended from outside, and made deaf: what is sent from then on is never answered. */
function mortalHost() {
  const children: (StoreChild & { deafen: () => void })[] = [];
  const start = () => {
    const child: StoreChild = forkChild(script);
    let deaf = false;
    const send: StoreChild['send'] = (message) => {
      if (!deaf) child.send(message);
    };
    children.push({ ...child, send, deafen: () => (deaf = true) });
    return children.at(-1) ?? child;
  };
  const host = processStoreHost({ start, keepsSpare: false });
  onTestFinished(() => host.close());
  return { host, children };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error as { code?: string }).code,
  );

describe('a store process that ends', () => {
  it('rejects what waits and what comes later, and leaves other documents open', async () => {
    const { host, children } = mortalHost();
    const path = join(temporaryFolder(), 'a.hyoka');
    await host.write(document, path, stamp);
    const [one, other] = [await host.open(path), await host.open(path)];
    children[1]?.deafen();
    const waiting = one.store.whole();
    children[1]?.end();
    expect(await codeOf(waiting)).toBe('storeGone');
    expect(await codeOf(one.store.apply([]))).toBe('storeGone');
    expect(await other.store.whole()).toEqual(document);
    expect((await host.open(path)).opened.document).toEqual(document);
  });

  it('while it opens a file is the doing of the file', async () => {
    const { host, children } = mortalHost();
    const path = join(temporaryFolder(), 'a.hyoka');
    writeFileSync(path, encodeDocument(await sqlite(), document, stamp));
    const opening = host.open(path);
    children[0]?.end();
    expect(await opening.catch((error: unknown) => error)).toMatchObject({
      code: 'fileTooCostly',
      params: { name: 'a.hyoka' },
    });
  });
});

describe('a file that takes too much', () => {
  it.each(['endless', 'huge'])(
    'is given up, in words, while others stay open: %s',
    async (program) => {
      const host = forkedStoreHost(costlyScript);
      onTestFinished(() => host.close());
      const root = temporaryFolder();
      const [good, bad] = [join(root, 'good.hyoka'), join(root, 'bad.hyoka')];
      await host.write(document, good, stamp);
      await host.write(document, bad, { ...stamp, program });
      const { store } = await host.open(good);
      expect(await codeOf(host.open(bad))).toBe('fileTooCostly');
      expect(await store.whole()).toEqual(document);
    },
    30_000,
  );
});
