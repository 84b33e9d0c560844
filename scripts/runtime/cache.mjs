import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runtimes are kept for this user, outside the project so that a fresh checkout finds them again. */
export const cacheFolder = join(
  process.env.HYOKA_RUNTIME_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'hyokasho-kobo'),
  'runtime',
);
