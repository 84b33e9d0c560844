import type { Block, SourceDocument } from '../../blocks';
import { Notices, type ReadContext, Refusal } from '../reading';
import { blocksOf } from './blocks';
import { loadPdfLibrary, openFile, type PdfFile, type PdfLibrary } from './library';
import { splitMargins, type MarginLine } from './margins';
import { withNewTrailer } from './repair';
import { readPage, type ReadPage } from './page';
import { PdfSource } from './source';

/** A PDF as blocks; ruled tables are rebuilt from their lines. Throws a `Refusal` for what cannot be read at all. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  context: ReadContext,
): Promise<SourceDocument> {
  const library = await loadPdfLibrary();
  const notices = new Notices();
  const whole = await opened(library, bytes, context);
  const open = whole ?? (await repaired(library, bytes, context, notices));
  if (!open) throw new Refusal({ code: 'damaged' });
  try {
    const document = await readFile(library, open, name, context, notices);
    if (!whole && !isJapanese(document)) throw new Refusal({ code: 'damaged' });
    return document;
  } finally {
    await open.close();
  }
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

/** A file that was cut off has lost the list of its objects, which stands at its end. */
async function repaired(
  library: PdfLibrary,
  bytes: Uint8Array,
  context: ReadContext,
  notices: Notices,
): Promise<OpenFile | undefined> {
  const whole = withNewTrailer(bytes);
  if (!whole) return undefined;
  notices.add('archiveDamaged');
  return opened(library, whole, context);
}

async function readFile(
  library: PdfLibrary,
  open: OpenFile,
  name: string,
  context: ReadContext,
  notices: Notices,
): Promise<SourceDocument> {
  const { file } = open;
  const limit = context.limits.pages;
  if (file.numPages > limit)
    throw new Refusal({ code: 'tooManyPages', params: { pages: file.numPages, limit } });
  const pages = await readPages(library, open, context, notices);
  if (pages.length === 0) throw new Refusal({ code: 'damaged' });
  if (pages.every(({ characters }) => characters === 0))
    throw new Refusal({ code: 'scanned', params: { pages: file.numPages } });
  notePages(pages, notices);
  const { pages: bodies, margins } = splitMargins(pages);
  const body = blocksOf(bodies);
  return {
    source: { name, format: 'pdf', pages: file.numPages },
    blocks: [
      ...marginBlocks(margins, 'header'),
      ...body,
      ...noteBlocks(pages),
      ...marginBlocks(margins, 'footer'),
    ],
    images: [],
    notices: notices.list(),
    order: body.some(({ kind }) => kind === 'table') ? 'layout' : 'lines',
  };
}

async function readPages(
  library: PdfLibrary,
  { file, source }: OpenFile,
  context: ReadContext,
  notices: Notices,
): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    if (context.isCancelled?.()) throw new Refusal({ code: 'cancelled' });
    const page = await readPageOrNothing(library, file, number, source);
    if (page) pages.push(page);
    else notices.add('pageDamaged', { page: number });
    context.onProgress?.({ done: number, total: file.numPages });
  }
  return pages;
}

async function readPageOrNothing(
  library: PdfLibrary,
  file: PdfFile,
  number: number,
  source: PdfSource,
): Promise<ReadPage | undefined> {
  try {
    const page = await file.getPage(number);
    const read = await readPage(library, page, number, source);
    page.cleanup();
    return read;
  } catch {
    return undefined;
  }
}

function notePages(pages: readonly ReadPage[], notices: Notices): void {
  const blank = pages.filter(({ characters }) => characters === 0).map(({ number }) => number);
  if (blank.length) notices.add('pagesWithoutText', { pages: blank.join(', ') });
  const unreadable = pages.filter((page) => page.unreadable > 0).map(({ number }) => number);
  if (unreadable.length) notices.add('unreadableCharacters', { pages: unreadable.join(', ') });
}

function marginBlocks(margins: readonly MarginLine[], wanted: MarginLine['role']): readonly Block[] {
  return margins
    .filter(({ role }) => role === wanted)
    .map(({ role, text, page }) => ({ kind: 'paragraph', role, text, where: { page } }) as const);
}

function noteBlocks(pages: readonly ReadPage[]): readonly Block[] {
  return pages.flatMap(({ notes, number }) =>
    notes.map((text) => ({ kind: 'paragraph', role: 'comment', text, where: { page: number } }) as const),
  );
}
