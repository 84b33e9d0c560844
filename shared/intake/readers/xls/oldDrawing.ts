import { joinedBytes, u16 } from '../bytes';
import type { Address } from '../sheets/address';
import type { FloatingText } from '../sheets/floating';
import { TYPE, type BiffRecord } from './records';
import type { TextReader } from './texts';

/**
 * Notes of Excel 5 and 95, which hold their text themselves. What is drawn stands in records of another making: it is
 * not read, only counted.
 */
export class OldDrawingReader {
  /** Objects that are no notes. */
  drawn = 0;
  private readonly notes: { readonly at: Address; readonly parts: Uint8Array[] }[] = [];

  /** Whether the record is one of the drawing. */
  take(record: BiffRecord): boolean {
    if (record.type === TYPE.object) this.drawn += u16(record.data, 4) === NOTE ? 0 : 1;
    else if (record.type === TYPE.note) this.note(record.data);
    else return false;
    return true;
  }

  texts({ plain }: TextReader): readonly FloatingText[] {
    return this.notes.flatMap(({ at, parts }) => {
      const text = plain(joinedBytes(parts)).trim();
      return text === '' ? [] : [{ role: 'comment', text, at } as const];
    });
  }

  /** Long notes go on in further records, which name no row. */
  private note(data: Uint8Array): void {
    const text = data.subarray(6);
    const last = this.notes.at(-1);
    if (u16(data, 0) !== 0xffff)
      this.notes.push({ at: { row: u16(data, 0), column: u16(data, 2) }, parts: [text] });
    else last?.parts.push(text);
  }
}

const NOTE = 0x19;
