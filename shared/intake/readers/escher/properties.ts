import { u16, u32, utf16le } from '../bytes';
import type { DrawingRecord } from './records';

/** Properties of a shape (OfficeArtFOPT) that tell something of its content. */
export interface ShapeProperties {
  /** Number of its picture in the store of pictures, from 1; 0 without one. */
  readonly picture: number;
  /** Its picture has a name: without a number, it stands outside the file. */
  readonly named: boolean;
  /** The words that describe the picture to those who cannot see it. */
  readonly alt: string;
}

const PICTURE = 0x0104;
const PICTURE_NAME = 0x0105;
const DESCRIPTION = 0x0381;
const NAME_MASK = 0x3fff;
const COMPLEX = 0x8000;
const ENTRY = 6;

/** `record`: the table of properties; undefined where the shape has none. */
export function readProperties(record: DrawingRecord | undefined): ShapeProperties {
  let picture = 0;
  let named = false;
  let alt = '';
  if (!record) return { picture, named, alt };
  const { data, instance: count } = record;
  let at = count * ENTRY;
  for (let entry = 0; entry < count && entry * ENTRY < data.length; entry++) {
    const name = u16(data, entry * ENTRY);
    const value = u32(data, entry * ENTRY + 2);
    const complex = (name & COMPLEX) !== 0;
    if ((name & NAME_MASK) === PICTURE && !complex) picture = value;
    if ((name & NAME_MASK) === PICTURE_NAME) named = true;
    if ((name & NAME_MASK) === DESCRIPTION && complex)
      alt = utf16le(data.subarray(at, at + value)).replace(/\0.*$/s, '');
    if (complex) at += value;
  }
  return { picture, named, alt };
}
