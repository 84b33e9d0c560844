import type { Volume } from '../world/volume';

/** The user whom a lock names; undefined where there is no lock or it cannot be read. */
export function userOf(volume: Volume, lockPath: string): string | undefined {
  try {
    const content = JSON.parse(Buffer.from(volume.file('open', lockPath).bytes).toString('utf8')) as unknown;
    if (typeof content !== 'object' || content === null || !('user' in content)) return undefined;
    return typeof content.user === 'string' ? content.user : undefined;
  } catch {
    return undefined;
  }
}
