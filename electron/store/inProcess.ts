import { sqlCodec, sqlite } from '../database/format';
import { realFileSystem } from '../machine/realFileSystem';
import type { StoreHost } from './contract';
import { localStoreHost } from './localStore';

/**
 * Documents in this very process, which must be one that is watched, or a test. `recent`: how many records of the history are read at
 * once.
 */
export async function inProcessStoreHost(recent?: number): Promise<StoreHost> {
  return localStoreHost(realFileSystem, sqlCodec(await sqlite(), recent));
}
