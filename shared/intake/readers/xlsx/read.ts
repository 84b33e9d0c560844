import type { SourceDocument } from '../../blocks';
import { ImageStore } from '../images/store';
import { Notices, type ReadContext, Refusal } from '../reading';
import { child, descendants, elementsOf, type XmlElement } from '../xml/element';
import { Archive } from '../zip/archive';
import { mainPartOf, partRoot, relationshipsOf, type Relationship } from '../zip/package';
import { parseAddress } from '../sheets/address';
import type { FloatingText } from '../sheets/floating';
import type { Book } from './book';
import { readSheet, type SheetPart } from './sheet';
import { plainText, readSharedStrings } from './strings';
import { readCellStyles } from './styles';

const DEFAULT_PART = 'xl/workbook.xml';

/**
 * A workbook (xlsx, xlsm) as blocks: one table a sheet, in the order of the tabs, values as they are shown.
 * Hidden sheets, rows and columns are read and reported. Throws a `Refusal` for what cannot be read at all.
 */
export function readXlsx(bytes: Uint8Array, name: string, context: ReadContext): SourceDocument {
  const notices = new Notices();
  const archive = new Archive(bytes, context.limits, notices);
  const named = mainPartOf(archive, context.limits.depth);
  const part = named !== undefined && archive.has(named) ? named : DEFAULT_PART;
  const root = partRoot(archive, part, context.limits.depth);
  const related = relationshipsOf(archive, part, context.limits.depth);
  const book = openBook(archive, root, related, context, notices);
  const sheets = sheetsOf(root, related, book);
  if (sheets.length === 0) throw new Refusal({ code: 'damaged', params: { why: 'part' } });
  const blocks = sheets.flatMap((sheet, at) => {
    if (context.isCancelled?.()) throw new Refusal({ code: 'cancelled' });
    const read = readSheet(sheet, book);
    context.onProgress?.({ done: at + 1, total: sheets.length });
    return read;
  });
  return {
    source: { name, format: 'xlsx' },
    blocks,
    images: book.images.list(),
    notices: notices.list(),
    order: 'layout',
  };
}

function openBook(
  archive: Archive,
  root: XmlElement | undefined,
  related: readonly Relationship[],
  { limits }: ReadContext,
  notices: Notices,
): Book {
  const partOf = (type: string, usual: string) =>
    related.find((found) => found.type === type)?.target ?? usual;
  const date1904 = child(root, 'workbookPr')?.attributes.date1904;
  return {
    archive,
    limits,
    notices,
    images: new ImageStore(notices),
    counts: { cells: 0, characters: 0 },
    cells: {
      strings: readSharedStrings(archive.text(partOf('sharedStrings', 'xl/sharedStrings.xml')), limits.depth),
      styleOf: readCellStyles(partRoot(archive, partOf('styles', 'xl/styles.xml'), limits.depth)),
      from1904: date1904 === '1' || date1904 === 'true',
    },
    readComments: (part) => notesIn(partRoot(archive, part, limits.depth)),
  };
}

/** The sheets in the order of the tabs; of a book whose list is lost, the sheet parts in the order of their numbers. */
function sheetsOf(
  root: XmlElement | undefined,
  related: readonly Relationship[],
  book: Book,
): readonly SheetPart[] {
  const targets = new Map(related.map((found) => [found.id, found]));
  const listed = elementsOf(child(root, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const target = targets.get(attributes.id ?? '');
    const name = attributes.name ?? '';
    if (target?.type === 'chartsheet') book.notices.add('chart');
    else if (target?.type !== 'worksheet') book.notices.add('sheetMissing', { sheet: name });
    if (target?.type !== 'worksheet') return [];
    if ((attributes.state ?? 'visible') !== 'visible') book.notices.add('hiddenSheet', { sheet: name });
    return [{ name, part: target.target }];
  });
  const sheets = listed.length ? listed : foundSheets(book);
  return sheets.map((sheet, at) => ({ ...sheet, table: at + 1 }));
}

function foundSheets({ archive, notices }: Book): readonly { name: string; part: string }[] {
  const parts = archive.names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  if (parts.length) notices.add('sheetListDamaged');
  return parts
    .sort((a, b) => a.length - b.length || a.localeCompare(b))
    .map((part, at) => ({ name: `Sheet${at + 1}`, part }));
}

function notesIn(root: XmlElement | undefined): readonly FloatingText[] {
  return (root ? descendants(root, 'comment') : []).flatMap((comment) => {
    const text = plainText(child(comment, 'text')).trim();
    return text === ''
      ? []
      : [{ role: 'comment', text, at: parseAddress(comment.attributes.ref ?? '') } as const];
  });
}
