import { resolve } from 'node:path';

/**
 * The files named on a command line, as absolute paths. Switches, the program itself and, when the program runs
 * from its sources, the application's folder are left out.
 */
export function filesOf(
  argv: readonly string[],
  appFolder: string,
  workingFolder: string,
): readonly string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(workingFolder, argument))
    .filter((path) => path !== appFolder && !path.endsWith('.asar'));
}
