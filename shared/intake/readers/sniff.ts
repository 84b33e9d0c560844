import { strFromU8 } from 'fflate';
import { isCompound, openCompound } from './compound/file';
import { decodeText } from './encoding';
import { LIMITS, Notices, type ReadErrorCode } from './reading';
import { unmarkedUtf16 } from './utf16';
import { workbookStream } from './xls/container';
import { Archive } from './zip/archive';
import { centralEntries, scannedEntries } from './zip/entries';

/** What the bytes are, whatever the name of the file says. */
export type Sniffed =
  | { readonly kind: 'format'; readonly format: SniffedFormat }
  | { readonly kind: 'refused'; readonly code: ReadErrorCode };

export type SniffedFormat = 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf' | 'html' | 'text' | 'hyoka' | 'json';

/** How much of a text is looked at. Bytes. */
const HEAD = 4096;

/** Workbooks of old stand in a container, or begin with the record that says their version. */
const MAGICS: readonly (readonly [string, (bytes: Uint8Array) => Sniffed])[] = [
  ['PK\u0003\u0004', sniffArchive],
  ['%PDF-', () => format('pdf')],
  ['SQLite format 3\0', () => format('hyoka')],
  ...['\x09\x08\x08\0', '\x09\x08\x10\0'].map((mark) => [mark, () => format('xls')] as const),
  ...['\x09\0\x04\0', '\x09\x02\x06\0', '\x09\x04\x06\0'].map(
    (mark) => [mark, () => refused('oldExcel')] as const,
  ),
  ['{\\rtf', () => refused('richText')],
  // Word 1 and 2 had no container yet.
  ['\x9b\xa5', () => refused('oldWord')],
  ['\xdb\xa5', () => refused('oldWord')],
  ['\x89PNG', () => refused('picture')],
  ['\xff\xd8\xff', () => refused('picture')],
  ['II*\0', () => refused('picture')],
  ['MM\0*', () => refused('picture')],
  ['GIF8', () => refused('picture')],
  ['BM', () => refused('picture')],
];

export function sniff(bytes: Uint8Array, name: string): Sniffed {
  if (bytes.length === 0) return refused('empty');
  const head = latin(bytes.subarray(0, HEAD));
  if (isCompound(bytes)) return sniffCompound(bytes);
  const magic = MAGICS.find(([mark]) => head.startsWith(mark) && (mark !== 'BM' || isBinary(bytes)));
  if (magic) return magic[1](bytes);
  if (head.slice(0, 1024).includes('%PDF-')) return format('pdf');
  if (/\.xdw$|\.xbd$/i.test(name) && isBinary(bytes)) return refused('docuworks');
  return isBinary(bytes) ? refused('unknownFormat') : sniffText(head, name);
}

/** The extension that the format usually has; false where the name says otherwise. */
export function extensionFits(name: string, format: SniffedFormat): boolean {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || EXTENSIONS[format].includes(extension);
}

const EXTENSIONS: Readonly<Record<SniffedFormat, readonly string[]>> = {
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  doc: ['doc', 'dot'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  xls: ['xls', 'xlt', 'xla', 'xlw'],
  pdf: ['pdf'],
  html: ['html', 'htm', 'xhtml'],
  text: ['txt', 'text', 'md', 'tsv', 'csv'],
  hyoka: ['hyoka'],
  json: ['json'],
};

/** By the streams of the document itself: what it embeds stands in storages. */
function sniffCompound(bytes: Uint8Array): Sniffed {
  const file = openCompound(bytes);
  const names = new Set(file.streams);
  const lower = new Set(file.streams.map((name) => name.toLowerCase()));
  const has = (...wanted: readonly string[]) => wanted.some((name) => lower.has(name.toLowerCase()));
  if (has('EncryptedPackage', 'EncryptionInfo')) return refused('encrypted');
  if (has('DocumentText', 'JustCompressedDocument', 'JSRV_SegmentInformation')) return refused('ichitaro');
  if (workbookStream(file)) return format('xls');
  if (names.size === 0) return refused('damaged');
  const isWord = [...names].some((name) => /^worddocument$/i.test(name));
  return isWord ? format('doc') : refused('unknownFormat');
}

const ARCHIVE_MARKS: readonly (readonly [RegExp, Sniffed])[] = [
  [/^word\/document\d*\.xml$/i, format('docx')],
  [/^xl\/workbook\d*\.xml$/i, format('xlsx')],
  [/^xl\/workbook\.bin$/i, refused('binaryExcel')],
  [/^word\//i, format('docx')],
  [/^xl\//i, format('xlsx')],
  [/^content\.xml$/, refused('openDocument')],
];

/** A part of the right name is enough: content types may be damaged. */
function sniffArchive(bytes: Uint8Array): Sniffed {
  const names = (centralEntries(bytes) ?? scannedEntries(bytes)).map(({ name }) =>
    name.replaceAll('\\', '/').replace(/^\/+/, ''),
  );
  const mark = ARCHIVE_MARKS.find(([pattern]) => names.some((name) => pattern.test(name)));
  return mark ? mark[1] : sniffContentTypes(bytes);
}

/** Types of the main part (ECMA-376 part 1, 15.2): its name is free. */
const MAIN_TYPES: readonly (readonly [RegExp, Sniffed])[] = [
  [/wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroEnabled/, format('docx')],
  [/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled/, format('xlsx')],
  [/ms-excel\.sheet\.binary/, refused('binaryExcel')],
];

function sniffContentTypes(bytes: Uint8Array): Sniffed {
  const archive = new Archive(bytes, LIMITS, new Notices());
  const types = archive.text('[Content_Types].xml') ?? '';
  return MAIN_TYPES.find(([type]) => type.test(types))?.[1] ?? refused('unknownFormat');
}

/** What Word and Excel save as XML in one file or as a web archive: as text, mostly marks of its own. */
const SAVED_OTHERWISE =
  /^(<\?xml[^>]*>\s*<(\?mso-application|w:wordDocument|pkg:package|(ss:)?Workbook)\b|([A-Za-z][A-Za-z-]*:.*\r?\n([ \t]+.*\r?\n)*)*MIME-Version:\s*1\.0\s)/;

/** An object, or a list of objects, lists or strings. A text of ours may begin with a number or a mark in brackets: `[1]`, `[○]`, `[ ]`. */
const JSON_BEGINNING = /^(?:\{\s*["}]|\[\s*[[{"])/;

/** Text taken out of a document may hold tables in HTML: a page of the web says so at its beginning. */
function sniffText(head: string, name: string): Sniffed {
  const text = head.replaceAll('\0', '').replace(/^(ï»¿|ÿþ|þÿ|\s)+/, '');
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(text))
    return format('html');
  // A piece of a page, where the name says that it is one.
  if (/\.x?html?$/i.test(name) && /<\/?[a-z][a-z0-9]*(\s[^<>]*)?>/i.test(text)) return format('html');
  if (SAVED_OTHERWISE.test(text)) return refused('unknownFormat');
  return format(JSON_BEGINNING.test(text) ? 'json' : 'text');
}

/** Shares of control characters in binary data, and in text that is sound otherwise. */
const MOST_CONTROLS = 1 / 50;
const MOST_CONTROLS_OF_TEXT = 1 / 5;

/** Control characters that no text holds; UTF-16 and UTF-32 have zero bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  if (hasUnicodeMark(head) || unmarkedUtf16(bytes)) return false;
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (odd <= head.length * MOST_CONTROLS) return false;
  return head.includes(0) || odd > head.length * MOST_CONTROLS_OF_TEXT || !isSoundText(bytes);
}

function hasUnicodeMark([first, second, third, fourth]: Uint8Array): boolean {
  const [a, b] = first === 0 && second === 0 ? [third, fourth] : [first, second];
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

/** Text of terminals and old printers holds some controls among characters that are all sound. */
function isSoundText(bytes: Uint8Array): boolean {
  const { undecoded, doubtful } = decodeText(bytes);
  return undecoded === 0 && !doubtful;
}

function latin(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}

function format(name: SniffedFormat): Sniffed {
  return { kind: 'format', format: name };
}

function refused(code: ReadErrorCode): Sniffed {
  return { kind: 'refused', code };
}
