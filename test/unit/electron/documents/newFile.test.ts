import { describe, expect, it } from 'vitest';
import { codeOf } from './harness';
import { simulatedPcs } from './simulated';

const FOLDER = '/home/user1/documents';

describe('a new document that cannot be written', () => {
  it.each([
    ['write', 'before'],
    ['write', 'part'],
    ['flush', 'before'],
  ] as const)('leaves nothing in the folder: the %s fails %s its effect', async (call, when) => {
    const pcs = simulatedPcs();
    const { service } = await pcs.start();
    pcs.strike(0, [call, 'temporary'], { kind: 'error', when, code: 'ENOSPC' });
    expect(await pcs.run(() => codeOf(service.begin('form2', undefined)))).toBe('workspaceFull');
    const { files } = pcs.machine();
    expect(await pcs.run(() => files.list(FOLDER))).toEqual([]);
    const view = await pcs.run(() => service.begin('form2', undefined));
    expect(await pcs.run(() => files.list(FOLDER))).toEqual(
      expect.arrayContaining([view.path.slice(FOLDER.length + 1)]),
    );
  });
});
