import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqlite } from '../../../../electron/database/format';
import { DIGEST_VERSION } from '../../../../electron/database/migrations/index';
import { oldFile } from '../database/oldFile';
import { startService, temporaryFolder } from './harness';

it.each([1, 4, DIGEST_VERSION])(
  'a file of format %i is said to be old, and whether it has digests',
  async (format) => {
    const root = temporaryFolder();
    const path = join(root, '以前の形式.hyoka');
    writeFileSync(path, oldFile(await sqlite(), format).bytes);
    const { service } = await startService(root);
    const { notices } = await service.open(path);
    expect(notices).toEqual([
      { code: format < DIGEST_VERSION ? 'migrated' : 'olderFormat', params: { version: format } },
    ]);
  },
);
