import type { Block, SourceDocument } from '../../blocks';
import type { ReadNotice } from '../../../assessment/source';
import { Notices, type ReadContext, type ReadError, Refusal } from '../reading';
import { blocksOf } from './blocks';
import { loadPdfLibrary, openFile, type PdfFile, type PdfLibrary } from './library';
import { splitMargins, type MarginLine } from './margins';
import { withAllPages, withNewTrailer } from './repair';
import { isDamaged, readPage, type ReadPage } from './page';
import { PdfSource } from './source';
import { isUnframed } from './unframed';

/** A PDF as blocks; ruled tables are rebuilt from their lines. Throws a `Refusal` for what cannot be read at all. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  context: ReadContext,
): Promise<SourceDocument> {
  const library = await loadPdfLibrary();
  const reading = await bestReading(library, bytes, context);
  const document = documentOf(reading, name);
  if (reading.isMended && !isJapanese(document)) throw new Refusal({ code: 'damaged' });
  return document;
}

/** What was read of a file. */
interface Reading {
  /** Number of its pages by its own list. */
  readonly count: number;
  readonly pages: readonly ReadPage[];
  /** Numbers of the pages that could not be read. */
  readonly lost: readonly number[];
  /** True where nothing was read since forms that pages draw cannot be unpacked. */
  readonly formsAreBroken: boolean;
  /** True where the list of its objects or pages was broken and made anew. */
  readonly isMended: boolean;
  /** True where the end of the file is missing. */
  readonly isCutOff: boolean;
  /** True where pages may show pictures. */
  readonly mayHoldPictures: boolean;
  /** Files embedded in the document. */
  readonly files: number;
  /** True where the document is a form of XFA (ISO 32000-1, 12.7.8), whose fields pages do not hold. */
  readonly isXfa: boolean;
}

/** The file as it was written, or mended where that gives more. */
async function bestReading(library: PdfLibrary, bytes: Uint8Array, context: ReadContext): Promise<Reading> {
  const written = await readingOf(library, bytes, context, false);
  if (written && !isDoubtful(written)) return written;
  const whole = written ? withAllPages(bytes, written.pages.length) : withNewTrailer(bytes);
  const mended = whole && (await readingOf(library, whole, context, true));
  const best = mended && (!written || charactersOf(mended) > charactersOf(written)) ? mended : written;
  if (!best) throw new Refusal({ code: 'damaged' });
  return best;
}

/** A broken list of pages leads to pages that are none, ends before the last one, or leads to nothing. */
function isDoubtful(reading: Reading): boolean {
  return reading.lost.length > 0 || charactersOf(reading) === 0;
}

function charactersOf(reading: Reading | undefined): number {
  return reading?.pages.reduce((sum, { characters }) => sum + characters, 0) ?? 0;
}

/** Where a cut took the character maps of the fonts, text comes out as signs without a meaning. */
function isJapanese({ blocks }: SourceDocument): boolean {
  return /[ぁ-ヿ一-龠]/.test(JSON.stringify(blocks));
}

interface OpenFile {
  readonly file: PdfFile;
  readonly source: PdfSource;
  readonly close: () => Promise<void>;
}

/** Undefined for a file that is none, or too damaged. Throws a `Refusal` for one that asks for a password. */
async function opened(
  library: PdfLibrary,
  bytes: Uint8Array,
  { pdf }: ReadContext,
): Promise<OpenFile | undefined> {
  const { file, close } = openFile(library, bytes, pdf);
  try {
    return { file: await file, source: new PdfSource(bytes), close };
  } catch (problem) {
    await close();
    if (problem instanceof Error && problem.name === 'PasswordException')
      throw new Refusal({ code: 'encrypted' });
    return undefined;
  }
}

/** Undefined for a file that cannot be opened. */
async function readingOf(
  library: PdfLibrary,
  bytes: Uint8Array,
  context: ReadContext,
  isMended: boolean,
): Promise<Reading | undefined> {
  const open = await opened(library, bytes, context);
  if (!open) return undefined;
  try {
    return { ...(await readPages(library, open, context)), isMended };
  } finally {
    await open.close();
  }
}

function documentOf(reading: Reading, name: string): SourceDocument {
  const { count, pages: read } = reading;
  if (read.length === 0) throw new Refusal({ code: 'damaged' });
  if (charactersOf(reading) === 0) throw new Refusal(withoutText(reading));
  if (isMostlyUnreadable(read)) throw new Refusal({ code: 'shapesOnly' });
  const { pages, margins } = splitMargins(read);
  const body = blocksOf(pages);
  return {
    source: { name, format: 'pdf', pages: count },
    blocks: [
      ...marginBlocks(margins, 'header'),
      ...body,
      ...noteBlocks(read),
      ...marginBlocks(margins, 'footer'),
    ],
    images: [],
    notices: noticesOf(reading),
    order: body.some(({ kind }) => kind === 'table') ? 'layout' : 'lines',
    ...(isUnframed(pages) ? { unframed: true } : {}),
  };
}

/** Why pages have no text: they are broken, pictures, shapes, or blank. */
function withoutText(reading: Reading): ReadError {
  if (isBroken(reading)) return { code: 'damaged' };
  if (reading.mayHoldPictures) return { code: 'scanned', params: { pages: reading.count } };
  return { code: reading.pages.some(({ shapes }) => shapes >= FEWEST_SHAPES) ? 'shapesOnly' : 'noText' };
}

/** Text of outlines has many; a mark or a logo has few. */
const FEWEST_SHAPES = 20;

function isMostlyUnreadable(pages: readonly ReadPage[]): boolean {
  const sum = (count: (page: ReadPage) => number) => pages.reduce((all, page) => all + count(page), 0);
  return sum(({ unreadable }) => unreadable) > sum(({ characters }) => characters) / 2;
}

function isBroken({ pages, formsAreBroken, isCutOff, isMended }: Reading): boolean {
  return formsAreBroken || isCutOff || isMended || pages.some(({ damaged }) => damaged);
}

async function readPages(
  library: PdfLibrary,
  { file, source }: OpenFile,
  context: ReadContext,
): Promise<Omit<Reading, 'isMended'>> {
  if (source.drawnForms(MOST_FORMS) > MOST_FORMS) throw new Refusal({ code: 'bomb' });
  const count = file.numPages;
  const limit = context.limits.pages;
  if (count > limit) throw new Refusal({ code: 'tooManyPages', params: { pages: count, limit } });
  const pages: ReadPage[] = [];
  const lost: number[] = [];
  for (let number = 1; number <= count; number++) {
    if (context.isCancelled?.()) throw new Refusal({ code: 'cancelled' });
    const page = await readPageOrNothing(library, file, number, source, context);
    if (page) pages.push(page);
    else lost.push(number);
    context.onProgress?.({ done: number, total: count });
  }
  const isBlank = pages.every(({ characters }) => characters === 0);
  const formsAreBroken = isBlank && isDamaged(source.soundnessOfForms(context.limits.partBytes));
  const { isCutOff } = source;
  const mayHoldPictures = isBlank && source.mayHoldPictures;
  return { count, pages, lost, formsAreBroken, isCutOff, mayHoldPictures, ...(await extrasOf(file, pages)) };
}

/** Drawings of one form within another, for a whole document; charts have some hundreds. */
const MOST_FORMS = 20_000;

/** What belongs to the document and stands on no page. */
async function extrasOf(
  file: PdfFile,
  pages: readonly ReadPage[],
): Promise<Pick<Reading, 'files' | 'isXfa'>> {
  const [attachments, metadata] = await Promise.all([
    file.getAttachments().catch(() => null),
    file.getMetadata().catch(() => undefined),
  ]);
  const fastened = pages.reduce((sum, page) => sum + page.files, 0);
  return {
    files: Object.keys(attachments ?? {}).length + fastened,
    isXfa: metadata?.info.IsXFAPresent ?? false,
  };
}

async function readPageOrNothing(
  library: PdfLibrary,
  file: PdfFile,
  number: number,
  source: PdfSource,
  { limits }: ReadContext,
): Promise<ReadPage | undefined> {
  try {
    const page = await file.getPage(number);
    const read = await readPage(library, page, number, source, limits);
    page.cleanup();
    return read;
  } catch (problem) {
    if (problem instanceof Refusal) throw problem;
    return undefined;
  }
}

function noticesOf(reading: Reading): readonly ReadNotice[] {
  const { pages, lost, isMended, isCutOff } = reading;
  const notices = new Notices();
  if (isMended || isCutOff) notices.add('archiveDamaged');
  for (const page of lost) notices.add('pageDamaged', { page });
  for (const { number, characters } of pages.filter(({ damaged }) => damaged))
    notices.add(characters === 0 ? 'pageDamaged' : 'pagePartlyDamaged', { page: number });
  const blank = pages
    .filter(({ characters, damaged }) => characters === 0 && !damaged)
    .map(({ number }) => number);
  if (blank.length) notices.add('pagesWithoutText', { pages: blank.join(', ') });
  const unreadable = pages.filter((page) => page.unreadable > 0).map(({ number }) => number);
  if (unreadable.length) notices.add('unreadableCharacters', { pages: unreadable.join(', ') });
  for (let file = 0; file < reading.files; file++) notices.add('embeddedObject');
  if (reading.isXfa) notices.add('xfaForm');
  for (const { hidden } of pages) for (const _text of hidden) notices.add('hiddenText');
  return notices.list();
}

function marginBlocks(margins: readonly MarginLine[], wanted: MarginLine['role']): readonly Block[] {
  return margins
    .filter(({ role }) => role === wanted)
    .map(({ role, text, page }) => ({ kind: 'paragraph', role, text, where: { page } }) as const);
}

function noteBlocks(pages: readonly ReadPage[]): readonly Block[] {
  return pages.flatMap(({ notes, hidden, number }) =>
    [...notes, ...hidden].map(
      (text) => ({ kind: 'paragraph', role: 'comment', text, where: { page: number } }) as const,
    ),
  );
}
