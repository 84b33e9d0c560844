/** Runs one verb and answers the exit code: 0 done, 1 the input was refused, 2 wrong usage. */
export function runCli(_args: readonly string[]): Promise<number> {
  return Promise.resolve(2);
}
