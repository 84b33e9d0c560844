import type { Settings } from './settings';

/** What the screens ask of the shell. Components never see how it is reached. */
export interface Backend {
  readonly readSettings: () => Promise<Partial<Settings>>;
  readonly writeSettings: (patch: Partial<Settings>) => Promise<void>;
}

/** Until the shell offers its commands nothing is kept. */
const alone: Backend = {
  readSettings: () => Promise.resolve({}),
  writeSettings: () => Promise.resolve(),
};

export function backend(): Backend {
  return alone;
}
