import type { CompoundFile } from '../compound/file';

/** The stream of a workbook in its container. */
export interface WorkbookStream {
  readonly bytes: Uint8Array;
  /** A notice on what is wrong with it. */
  readonly damage?: 'archiveDamaged' | 'textDamaged';
}

/** How a workbook of Excel 97–2003, and of Excel 5 and 95, begins. */
const BEGINNINGS = [
  [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00],
  [0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00],
];

/** Undefined where the file holds no workbook. Of a file whose directory was cut off, what looks like one. */
export function workbookStream(file: CompoundFile): WorkbookStream | undefined {
  const path = workbookPath(file.streams);
  if (path === undefined) return file.streams.length === 0 ? searched(file) : undefined;
  const stream = file.read(path);
  return stream && { bytes: stream.bytes, ...(stream.whole ? {} : { damage: 'textDamaged' }) };
}

/** Files that Excel 95 can open, too, hold the book twice: the newer one counts. */
function workbookPath(streams: readonly string[]): string | undefined {
  return [/^workbook$/i, /^book$/i].flatMap((name) => streams.find((path) => name.test(path)) ?? [])[0];
}

function searched(file: CompoundFile): WorkbookStream | undefined {
  const [bytes] = BEGINNINGS.flatMap((beginning) => file.piece(beginning) ?? []);
  return bytes && { bytes, damage: 'archiveDamaged' };
}
