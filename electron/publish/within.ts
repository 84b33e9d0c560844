import { join } from 'node:path';
import { safeName } from '../../shared/publish/fileNames';

/** A folder below another; each name is made safe, so that none leads outside. */
export function folderWithin(folder: string, within: readonly string[]): string {
  return join(folder, ...within.map(safeName));
}
