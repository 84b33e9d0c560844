import { latin1 } from '../bytes';
import { decodeCp932 } from '../cp932';
import type { Notices } from '../reading';
import { withLineBreaks } from '../sheets/cell';
import type { CellText } from '../sheets/text';
import { cutByFont, type Fonts, type Run } from './fonts';
import type { Segments } from './segments';

/** How strings stand in the records of a version. */
export interface TextReader {
  /** A string whose length takes two bytes; what it carries beside its characters (furigana) is passed over. */
  readonly rich: (from: Segments, fonts: Fonts) => CellText;
  /** The same without its fonts. */
  readonly long: (from: Segments) => string;
  /** A string whose length takes one byte. */
  readonly short: (from: Segments) => string;
  /** Characters without a length, in the code page of the book. */
  readonly plain: (bytes: Uint8Array) => string;
}

const WIDE = 1;
const PHONETIC = 4;
const RICH = 8;

/** Excel 97 and later: Unicode, whose high bytes are left out where they are all zero. */
export function unicodeTexts(): TextReader {
  const read = (from: Segments, count: number) => {
    const flags = from.u8();
    const runCount = flags & RICH ? from.u16() : 0;
    const phonetic = flags & PHONETIC ? from.u32() : 0;
    const text = from.characters(count, (flags & WIDE) === WIDE);
    const runs = readRuns(from, runCount);
    from.skip(phonetic);
    return { text, runs };
  };
  return {
    rich: (from, fonts) => {
      const { text, runs } = read(from, from.u16());
      const cut = cutByFont(text, runs, fonts);
      return typeof cut === 'string' ? withLineBreaks(cut) : cut;
    },
    long: (from) => withLineBreaks(read(from, from.u16()).text),
    short: (from) => withLineBreaks(read(from, from.u8()).text),
    plain: latin1,
  };
}

function readRuns(from: Segments, count: number): readonly Run[] {
  const runs: Run[] = [];
  while (runs.length < count && !from.done) runs.push({ at: from.u16(), font: from.u16() });
  if (runs.length < count) from.short = true;
  return runs;
}

/** Code pages whose characters are those of code page 932: that of Windows, and that of the Mac. */
const JAPANESE = [932, 10_001];
/** That of western Europe; its characters of 80–9F are others than those of Unicode. */
const WESTERN = 1252;

/** Excel 5 and 95: bytes of the book's code page. Of others than Japanese and western ones only ASCII is read. */
export function bytesTexts(codePage: number, notices: Notices): TextReader {
  const lost = () => {
    notices.add('textUndecoded', { encoding: `CP${codePage}` });
    return '\ufffd';
  };
  const foreign = codePage === WESTERN ? /[\x80-\x9f]/g : /[\x80-\xff]/g;
  const plain = (bytes: Uint8Array) =>
    withLineBreaks(JAPANESE.includes(codePage) ? decodeCp932(bytes) : latin1(bytes).replace(foreign, lost));
  const long = (from: Segments) => plain(from.bytes(from.u16()));
  return {
    rich: long,
    long,
    short: (from) => plain(from.bytes(from.u8())),
    plain,
  };
}

/** The strings that cells share (SST), by their number. `short` where the store is cut off. */
export function readStringStore(from: Segments, texts: TextReader, fonts: Fonts): readonly CellText[] {
  from.u32();
  const count = from.u32();
  const strings: CellText[] = [];
  while (strings.length < count && !from.done) strings.push(texts.rich(from, fonts));
  if (strings.length < count) from.short = true;
  return strings;
}
