import type { HyokaDocument } from '../../shared/assessment/document';
import type { StoreHost } from './contract';

/** A document with all bytes, of a file that is not kept open. Throws a `Failure`. */
export async function loadWhole(host: StoreHost, path: string): Promise<HyokaDocument> {
  const { store } = await host.open(path);
  try {
    return await store.whole();
  } finally {
    await store.close();
  }
}
