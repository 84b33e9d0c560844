import { openCompound } from '../compound/file';
import type { Notices } from '../reading';
import { Bytes } from './bytes';
import { type Fib, type PartName, readFib } from './fib';

/** The streams of a document, and what its head says of them. */
export interface DocSource {
  readonly fib: Fib;
  readonly main: Bytes;
  readonly data: Bytes;
  /** A structure of the table stream. */
  readonly part: (name: PartName) => Bytes;
  /** From the beginning of a structure on, for those that say too little of their length. */
  readonly from: (name: PartName) => Bytes;
}

/** Throws a `Refusal` for what is no document of Word 97 to 2003 that can be read. What is cut off is noticed. */
export function openSource(bytes: Uint8Array, notices: Notices): DocSource {
  const file = openCompound(bytes);
  const stream = (name: string) => {
    const path = file.streams.find((found) => found.toLowerCase() === name.toLowerCase());
    const found = path === undefined ? undefined : file.read(path);
    if (found && !found.whole) notices.add('partDamaged', { part: name });
    return new Bytes(found?.bytes ?? new Uint8Array());
  };
  const main = stream('WordDocument');
  const fib = readFib(main);
  const table = stream(fib.table);
  const from = (name: PartName) => {
    const { at, length } = fib.place(name);
    return table.part(at, length === 0 ? 0 : table.length);
  };
  return {
    fib,
    main,
    data: stream('Data'),
    from,
    part: (name) => from(name).part(0, fib.place(name).length),
  };
}
