import { utilityChild } from '../processes/utility';
import { distPath } from '../resources';
import type { StoreHost } from './contract';
import type { FileTasks } from './fileTasks';
import { processFileTasks } from './processFileTasks';
import type { StoreChild } from './line';
import { processStoreHost } from './processHost';

let host: StoreHost | undefined;

/** The documents of the application. */
export function storeHost(): StoreHost {
  host ??= processStoreHost({ start: startStore, keepsSpare: true });
  return host;
}

/** Work of the application on files that are not open. */
export function fileTasks(): FileTasks {
  return processFileTasks(startStore);
}

function startStore(): StoreChild {
  return utilityChild(distPath('main', 'store.js'), 'hyokasho-store');
}
