import type { HyokaApi } from '../shared/commands/api';

declare global {
  interface Window {
    readonly hyoka: HyokaApi;
  }
}

/** Everything outside this window: commands, events, and the paths of dropped files. */
export const shell: HyokaApi = window.hyoka;
