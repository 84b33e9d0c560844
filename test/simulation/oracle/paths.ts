/** A path without what is random in it, so that the same finding has the same words in any story. */
export function systemPaths(path: string): string {
  return path.replace(/\d{4}-\d\d-\d\d_\d{6}/g, 'DATE');
}
