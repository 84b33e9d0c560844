import { forkChild } from '../processes/fork';
import { distPath } from '../resources';
import type { StoreHost } from './contract';
import { processStoreHost } from './processHost';

/** Documents for a program that runs in plain Node: the command line. */
export function forkedStoreHost(script = distPath('main', 'store.js')): StoreHost {
  return processStoreHost({ start: () => forkChild(script), keepsSpare: false });
}
