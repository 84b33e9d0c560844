import { describe, expect, it } from 'vitest';
import { Backups } from '../../../../electron/files/backups';
import { writeAtomically } from '../../../../electron/files/atomicWrite';
import { readWhole } from '../../../../electron/machine/wholeFile';
import { simulatedPcs } from '../documents/simulated';

const BYTES = Buffer.from('0123456789abcdef'.repeat(4_000));

describe('a file server that crashes while a backup is copied', () => {
  it.each(['write', 'flush', 'close', 'rename'])(
    'leaves no torn backup beside the document: right before the %s',
    async (call) => {
      const pcs = simulatedPcs({ share: 'NAS with Samba' });
      const machine = pcs.machine();
      const path = '/share/二課.hyoka';
      await pcs.run(() => writeAtomically(machine, path, BYTES));
      pcs.at(0, [call, 'backup'], pcs.crashServer);
      const backups = new Backups(machine, '/home/user1/backups');
      await pcs.run(() => backups.keepCopy(path));
      const kept = await pcs.run(() => backups.list(path));
      expect(kept.length).toBeGreaterThan(0);
      for (const { id } of kept) {
        const place = await pcs.run(() => backups.pathOf(path, id));
        const bytes = await pcs.run(() => readWhole(machine.files, place ?? ''));
        expect(Buffer.compare(bytes, BYTES)).toBe(0);
      }
    },
  );
});
