import { sqlite } from '../../../../electron/database/format';
import { starterPort } from '../../../../electron/processes/port';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import type { Codec } from '../../../../electron/database/contract';
import { watchDocuments } from '../../../../electron/store/limits';
import { localStoreHost } from '../../../../electron/store/localStore';
import type { FromStore, ToStore } from '../../../../electron/store/messages';
import { localFileTasks } from '../../../../electron/store/localFileTasks';
import { serveStore } from '../../../../electron/store/serve';
import { sqlCodec } from '../../../../electron/database/codec';

/*
 * A store process whose reader does not end for documents that the program `endless` wrote, and takes memory without end for those
 * of `huge`. Its limits are small, so that a test need not wait.
 */

const whole = sqlCodec(await sqlite());

const codec: Codec = {
  ...whole,
  open(bytes) {
    const result = whole.open(bytes);
    const program = result.ok ? result.database.opened.stamp.program : '';
    const all: Uint8Array[] = [];
    while (program === 'endless' || program === 'huge')
      if (program === 'huge') all.push(new Uint8Array(10_000_000).fill(1));
    return result;
  },
};

const limits = () => ({ silence: 1_500, total: Infinity, memory: 600_000_000 });
const expect = await watchDocuments(realFileSystem, limits);
const host = localStoreHost(realFileSystem, codec);
const tasks = localFileTasks(realFileSystem, codec);
serveStore(starterPort<ToStore, FromStore>(), { host, tasks }, expect);
