import { crc32 } from 'node:zlib';
import type { DocumentChange } from '../../../shared/assessment/document';

/**
 * One line of a journal. `open`: what the journal belongs to; its base holds all changes up to `from`. `changes`: changes that were
 * made together, numbered from `n` on. `save`: a file with this stamp and all changes up to `n` is about to take the place of the old one;
 * `saved`: it has taken it, and a power cut cannot undo that. `change`: as older versions wrote a single change.
 */
export type JournalLine =
  | {
      readonly kind: 'open';
      readonly path: string;
      readonly save: string;
      readonly at: number;
      /** Absent in journals of older versions. */
      readonly documentId?: string;
      readonly from?: number;
    }
  | {
      readonly kind: 'changes';
      readonly n: number;
      readonly at: number;
      readonly changes: readonly DocumentChange[];
    }
  | { readonly kind: 'change'; readonly n: number; readonly at: number; readonly change: DocumentChange }
  | { readonly kind: 'save'; readonly save: string; readonly n: number }
  | { readonly kind: 'saved'; readonly save: string; readonly n: number };

export function encodeLine(line: JournalLine): string {
  const json = JSON.stringify(line, withoutBytes);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

export interface WholeLines {
  readonly lines: readonly JournalLine[];
  /** Bytes of these lines; what follows was cut off or damaged. */
  readonly size: number;
}

/** The lines up to the first that is not whole: what a crash cut off was never reported as kept. */
export function decodeLines(text: string): WholeLines {
  const lines: JournalLine[] = [];
  let size = 0;
  // A line counts once its end is on the disk, too: what is appended next must not join it.
  for (const line of text.split('\n').slice(0, -1)) {
    const json = line.slice(9);
    if (json === '' || parseInt(line.slice(0, 8), 16) !== crc32(json)) break;
    lines.push(JSON.parse(json) as JournalLine);
    size += Buffer.byteLength(line) + 1;
  }
  return { lines, size };
}

/** The bytes of an attachment are a file beside the list. */
function withoutBytes(key: string, value: unknown): unknown {
  return key === 'bytes' && value instanceof Uint8Array ? undefined : value;
}
