const MAX_RECENT = 10;

/** The list with `path` in front, each path once, at most ten. */
export function withRecent(paths: readonly string[], path: string): readonly string[] {
  return [path, ...paths.filter((other) => other !== path)].slice(0, MAX_RECENT);
}
