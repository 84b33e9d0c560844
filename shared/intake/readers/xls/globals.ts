import { joinedBytes, u16, u32, u8 } from '../bytes';
import { Refusal, type Notices } from '../reading';
import type { CellStyle } from '../sheets/cell';
import type { CellText } from '../sheets/text';
import { fontsOf, type Fonts } from './fonts';
import { BIFF5, BIFF8, beginningOf, biffRecords, KIND, Substream, TYPE, type BiffRecord } from './records';
import { Segments } from './segments';
import { cellStyles } from './styles';
import { bytesTexts, readStringStore, unicodeTexts, type TextReader } from './texts';

/** What the first part of the workbook stream says of the whole book. */
export interface Globals {
  readonly isBiff8: boolean;
  readonly texts: TextReader;
  readonly fonts: Fonts;
  readonly strings: readonly CellText[];
  readonly styleOf: (index: number) => CellStyle;
  readonly from1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly ListedSheet[];
  /** The drawing that all sheets share: the store of pictures. */
  readonly drawing: Uint8Array;
}

export interface ListedSheet {
  readonly name: string;
  /** Where it begins in the stream. */
  readonly at: number;
  readonly hidden: boolean;
  readonly kind: 'sheet' | 'chart' | 'code';
}

const DEFAULT_CODE_PAGE = 932;

/** Throws a `Refusal` for versions before Excel 5. */
export function readGlobals(stream: Uint8Array, notices: Notices): Globals {
  const substream = new Substream(stream, 0);
  const version = substream.beginning?.version;
  if (version === undefined || version < BIFF5)
    throw new Refusal(isTooOld(stream) ? { code: 'oldExcel' } : { code: 'damaged', params: { why: 'part' } });
  const isBiff8 = version >= BIFF8;
  const found = new Map<number, BiffRecord[]>();
  for (const record of substream.records()) collect(found, record);
  if (!substream.ended) notices.add('textDamaged');
  const last = (type: number) => found.get(type)?.at(-1)?.data;
  const codePage = u16(last(TYPE.codePage) ?? Uint8Array.of(), 0) || DEFAULT_CODE_PAGE;
  const texts = isBiff8 ? unicodeTexts() : bytesTexts(codePage, notices);
  const fonts = fontsOf(found.get(TYPE.font)?.map((record) => fontName(record, texts)) ?? []);
  return {
    isBiff8,
    texts,
    fonts,
    strings: stringsOf(found.get(TYPE.stringStore), texts, fonts, notices),
    styleOf: cellStyles(
      {
        formats: new Map(found.get(TYPE.format)?.map((record) => formatOf(record, texts, isBiff8))),
        fonts,
        styles: found.get(TYPE.xf)?.map(({ data }) => data) ?? [],
        palette: last(TYPE.palette),
      },
      isBiff8,
    ),
    from1904: u16(last(TYPE.date1904) ?? Uint8Array.of(), 0) === 1,
    sheets: sheetsOf(stream, found.get(TYPE.boundSheet), texts, notices),
    drawing: joinedBytes((found.get(TYPE.drawingGroup) ?? []).flatMap(({ parts }) => parts)),
  };
}

/** Excel 2, 3 and 4 begin with a record of another number. */
function isTooOld(stream: Uint8Array): boolean {
  return [0x0009, 0x0209, 0x0409].includes(u16(stream, 0));
}

function collect(found: Map<number, BiffRecord[]>, record: BiffRecord): void {
  const known = found.get(record.type);
  if (known) known.push(record);
  else found.set(record.type, [record]);
}

function stringsOf(
  records: readonly BiffRecord[] | undefined,
  texts: TextReader,
  fonts: Fonts,
  notices: Notices,
): readonly CellText[] {
  const [store] = records ?? [];
  if (!store) return [];
  const from = new Segments(store.parts);
  const strings = readStringStore(from, texts, fonts);
  if (from.short) notices.add('textDamaged');
  return strings;
}

/** The name stands last. */
function fontName({ parts }: BiffRecord, texts: TextReader): string {
  const from = new Segments(parts);
  from.skip(14);
  return texts.short(from);
}

function formatOf({ parts }: BiffRecord, texts: TextReader, isBiff8: boolean): readonly [number, string] {
  const from = new Segments(parts);
  const id = from.u16();
  return [id, isBiff8 ? texts.long(from) : texts.short(from)];
}

/** The sheets that the book lists; of a book whose list is lost, those that are found. */
function sheetsOf(
  stream: Uint8Array,
  records: readonly BiffRecord[] | undefined,
  texts: TextReader,
  notices: Notices,
): readonly ListedSheet[] {
  const listed = records?.map((record) => listedSheet(record, texts)) ?? [];
  if (listed.length) return listed;
  const found = foundSheets(stream);
  if (found.length) notices.add('sheetListDamaged');
  return found;
}

const SHEET_KINDS: Readonly<Record<number, ListedSheet['kind']>> = { 2: 'chart', 6: 'code' };

function listedSheet({ parts, data }: BiffRecord, texts: TextReader): ListedSheet {
  const from = new Segments(parts);
  from.skip(6);
  return {
    name: texts.short(from),
    at: u32(data, 0),
    hidden: (u8(data, 4) & 3) !== 0,
    kind: SHEET_KINDS[u8(data, 5)] ?? 'sheet',
  };
}

function foundSheets(stream: Uint8Array): readonly ListedSheet[] {
  const sheets: ListedSheet[] = [];
  for (const record of biffRecords(stream, 0)) {
    if (record.type !== TYPE.beginning || beginningOf(record).kind !== KIND.sheet) continue;
    sheets.push({ name: `Sheet${sheets.length + 1}`, at: record.at, hidden: false, kind: 'sheet' });
  }
  return sheets;
}
