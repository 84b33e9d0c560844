import { TICKED, UNTICKED } from '../ticks';
import type { Bytes } from './bytes';

/** Data of other fields, such as links, begins otherwise. */
const VERSION = 0xffffffff;
const BOX = 1;
const LIST = 2;
/** The state is that which the field begins with. */
const UNSET = 25;

/**
 * What a form field shows by itself (FFData, MS-DOC 2.9.78): a ticked or empty box, the chosen entry of a list; '' for
 * fields whose text stands in the document. `at`: place of its data in the data stream.
 */
export function formFieldText(data: Bytes, at: number): string {
  const field = data.part(at + data.u16(at + 4), data.u32(at));
  const kind = field.u16(4) & 3;
  if (field.u32(0) !== VERSION || (kind !== BOX && kind !== LIST)) return '';
  const state = (field.u16(4) >> 2) & 31;
  const behindName = skipText(field, 10);
  const chosen = state === UNSET ? field.u16(behindName) : state;
  if (kind === BOX) return chosen === 0 ? UNTICKED : TICKED;
  return entry(
    field,
    [1, 2, 3, 4, 5].reduce((place) => skipText(field, place), behindName + 2),
    chosen,
  );
}

/** A counted text with a zero behind it. */
function skipText(field: Bytes, at: number): number {
  return at + 2 + field.u16(at) * 2 + 2;
}

function entry(field: Bytes, table: number, chosen: number): string {
  let at = table + 6;
  for (let index = 0; index < chosen && at < field.length; index++) at += 2 + field.u16(at) * 2;
  return chosen < field.u16(table + 2) ? field.utf16(at + 2, field.u16(at)) : '';
}
