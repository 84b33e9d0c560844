import type { Block, SourceDocument } from '../blocks';
import type { ReadNotice } from '../../assessment/source';
import { readDoc } from './doc/read';
import { readDocx } from './docx/read';
import { readHtml } from './html/read';
import { readPdf } from './pdf/read';
import { type ReadContext, type ReadErrorCode, type Reading, Refusal, refuse } from './reading';
import { readText } from './text';
import { readXls } from './xls/read';
import { readXlsx } from './xlsx/read';
import { extensionFits, sniff, type SniffedFormat } from './sniff';

/** Makes blocks of the bytes of one format. May throw a `Refusal`. */
export type Reader = (
  bytes: Uint8Array,
  name: string,
  context: ReadContext,
) => SourceDocument | Promise<SourceDocument>;

/** Readers by format; formats that hold an assessment itself (hyoka, json) are none of theirs. */
export type Readers = Readonly<Partial<Record<SniffedFormat, Reader>>>;

const READERS: Readers = {
  docx: readDocx,
  doc: readDoc,
  xlsx: readXlsx,
  xls: readXls,
  pdf: readPdf,
  html: readHtml,
  text: readText,
};

/**
 * The source as blocks, read by what its bytes are: a wrong extension is only noticed. `more` adds readers or
 * replaces them. Never throws: whatever a damaged file does to a reader becomes `damaged`.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  context: ReadContext,
  more: Readers = {},
): Promise<Reading> {
  const limit = context.limits.fileBytes;
  if (bytes.length > limit)
    return refuse('tooLarge', { megabytes: megabytes(bytes.length), limit: megabytes(limit) });
  const sniffed = sniff(bytes, name);
  if (sniffed.kind === 'refused') return refuse(sniffed.code);
  const reader = { ...READERS, ...more }[sniffed.format];
  if (!reader) return refuse('unknownFormat');
  try {
    const document = await reader(bytes, name, context);
    if (isBlank(document)) return refuse(blankCode(document));
    return {
      ok: true,
      document: extensionFits(name, sniffed.format) ? document : misnamed(document, sniffed.format),
    };
  } catch (problem) {
    return {
      ok: false,
      error: problem instanceof Refusal ? problem.error : { code: 'damaged', params: { why: 'reader' } },
    };
  }
}

/** Nothing came out of it: an empty form that looks like an import would hide that. */
function isBlank({ blocks, images }: SourceDocument): boolean {
  return images.length === 0 && !blocks.some(hasText);
}

function hasText(block: Block): boolean {
  if (block.kind === 'paragraph') return isWords(block.text);
  if (block.kind === 'image') return true;
  return block.rows.some(({ cells }) =>
    cells.some(({ text, tables }) => isWords(text) || tables?.some(hasText)),
  );
}

/** Why a document without text is one. */
function blankCode({ notices }: SourceDocument): ReadErrorCode {
  if (notices.some(isDamage)) return 'damaged';
  return notices.some(({ code }) => code === 'embeddedObject') ? 'embeddedOnly' : 'noText';
}

/** Letters or figures: marks alone, be they millions of brackets, say nothing. */
function isWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

const DAMAGE = [
  'archiveDamaged',
  'partDamaged',
  'textDamaged',
  'sheetMissing',
  'sheetDamaged',
  'pageDamaged',
  'pagePartlyDamaged',
];

function isDamage({ code }: ReadNotice): boolean {
  return DAMAGE.includes(code);
}

function misnamed(document: SourceDocument, format: SniffedFormat): SourceDocument {
  return { ...document, notices: [{ code: 'wrongExtension', params: { format } }, ...document.notices] };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
