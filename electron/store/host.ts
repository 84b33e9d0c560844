import { utilityChild } from '../jobs/host';
import { distPath } from '../resources';
import type { StoreHost } from './contract';
import { processStoreHost } from './processHost';

let host: StoreHost | undefined;

/** The documents of the application. */
export function storeHost(): StoreHost {
  host ??= processStoreHost({
    start: () => utilityChild(distPath('main', 'store.js'), 'hyokasho-store'),
    keepsSpare: true,
  });
  return host;
}
