import type { FormatFault } from './header';

/** The content of the file is not what was written. */
export class DamagedFile extends Error {}

/** The form in the file is of an edition that this program does not know. */
export class UnknownEdition extends Error {
  constructor(readonly edition: string) {
    super('unknown edition');
  }
}

/** Why bytes cannot be opened, from what reading them threw. */
export function faultOf(thrown: unknown): FormatFault {
  return thrown instanceof UnknownEdition
    ? { kind: 'unknownEdition', edition: thrown.edition }
    : { kind: 'corrupt' };
}
