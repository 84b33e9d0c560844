import { join, normalize, sep } from 'node:path';
import { distPath, resourcePath } from '../resources';

/** The file behind a path of our scheme, or null for a path that leaves the product's own folders. */
export function filePath(pathname: string): string | null {
  const inResources = pathname.startsWith('/resources/');
  const root = inResources ? resourcePath() : distPath('renderer');
  const wanted = normalize(join(root, inResources ? pathname.slice('/resources'.length) : pathname));
  return wanted.startsWith(root + sep) && !wanted.includes('\0') ? wanted : null;
}
