import { u16 } from '../bytes';
import type { Margin } from '../sheets/margins';
import { TYPE, type BiffRecord } from './records';
import { Segments } from './segments';
import type { TextReader } from './texts';

/** The heads and feet that a record holds, in the codes of Excel; undefined for records of anything else. */
export function marginsIn(
  record: BiffRecord,
  texts: TextReader,
  isBiff8: boolean,
): readonly Margin[] | undefined {
  const from = new Segments(record.parts);
  const codes = () => (record.data.length === 0 ? '' : isBiff8 ? texts.long(from) : texts.short(from));
  switch (record.type) {
    case TYPE.header:
      return [{ role: 'header', codes: codes() }];
    case TYPE.footer:
      return [{ role: 'footer', codes: codes() }];
    case TYPE.headersAndFooters:
      return moreMargins(record.data, from, texts);
    default:
      return undefined;
  }
}

/** Lengths of the four strings stand behind the head of the record, each string is there where its length is not 0. */
const LENGTHS = 30;

/** Of even pages, then of the first page (MS-XLS 2.4.137). */
function moreMargins(data: Uint8Array, from: Segments, texts: TextReader): readonly Margin[] {
  from.skip(LENGTHS + 4 * 2);
  return (['header', 'footer', 'header', 'footer'] as const).flatMap((role, at) =>
    u16(data, LENGTHS + at * 2) === 0 ? [] : [{ role, codes: texts.long(from) }],
  );
}
