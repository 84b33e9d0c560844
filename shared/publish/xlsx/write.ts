import type { ImageRef } from '../../assessment/types';
import type { PrintDocument, PrintSection } from '../model/types';
import { type PackageFiles, zipPackage } from '../zip';
import { type ShownPicture, shownPicture } from '../shownPicture';
import { type PictureBytes } from '../../assessment/pictures';
import { drawingPart, picturesOn } from './drawing';
import { layOut, type SheetCell, type SheetLayout } from './layout';
import { Lists, LIST_SHEET } from './lists';
import { sheetNames } from './sheetNames';
import { appProperties, coreProperties, packageRelations, relations, type Relation } from '../properties';
import { contentTypes, workbookPart } from './parts';
import { sheetPart } from './sheet';
import { StyleBook } from './styles';

export interface XlsxOptions {
  readonly pictures?: PictureBytes;
  /** ISO 8601; is in the properties of the file. */
  readonly date?: string;
}

/** An Excel workbook: a sheet for each part, and one with the options of the drop-down lists. No formula, no macro, nothing hidden. */
export function writeXlsx(document: PrintDocument, options: XlsxOptions = {}): Uint8Array {
  const sections = document.sections.length > 0 ? document.sections : [blankSheet(document)];
  const media = new Media(options.pictures ?? (() => undefined));
  const layouts = sections.map((section) => layOut(section, (image) => media.shown(image)));
  const styles = new StyleBook();
  const lists = new Lists();
  const names = sheetNames([...sections.map((section) => section.title), LIST_SHEET]);
  const sheets = sections.map((section, at) =>
    sheetFiles(document, section, layouts[at], at, { styles, lists, media }),
  );
  const listed = lists.all().length > 0;
  const files: PackageFiles = {
    ...Object.assign({}, ...sheets),
    ...(listed ? listSheet(document.title, lists, styles, sheets.length + 1) : {}),
  } as PackageFiles;
  const titles = layouts.map((layout) => layout.titles);
  const sheetCount = sheets.length + (listed ? 1 : 0);
  return zipPackage({
    '[Content_Types].xml': contentTypes(sheetCount, media.drawings),
    '_rels/.rels': packageRelations('xl/workbook.xml'),
    'docProps/core.xml': coreProperties(document, options.date),
    'docProps/app.xml': appProperties(document),
    'xl/workbook.xml': workbookPart(names.slice(0, sheetCount), layouts.map(areaOf), titles),
    'xl/_rels/workbook.xml.rels': relations(workbookRelations(sheetCount)),
    'xl/styles.xml': styles.part(),
    ...files,
    ...media.files(),
  });
}

/** A workbook has at least one sheet. */
function blankSheet({ title }: PrintDocument): PrintSection {
  const heading = { kind: 'heading', role: 'title', runs: [{ text: title }] } as const;
  return { key: '', title, orientation: 'portrait', blocks: [heading] };
}

interface WorkbookParts {
  readonly styles: StyleBook;
  readonly lists: Lists;
  readonly media: Media;
}

function sheetFiles(
  document: PrintDocument,
  section: PrintSection,
  layout: SheetLayout | undefined,
  at: number,
  workbook: WorkbookParts,
): PackageFiles {
  if (!layout) return {};
  const number = String(at + 1);
  const drawing = workbook.media.drawingOf(layout);
  const setting = {
    title: document.title,
    orientation: section.orientation,
    drawing: drawing !== undefined,
    selected: at === 0,
  };
  const sheet = {
    [`xl/worksheets/sheet${number}.xml`]: sheetPart(layout, setting, workbook.styles, workbook.lists),
  };
  if (drawing === undefined) return sheet;
  const target = `../drawings/drawing${String(drawing)}.xml`;
  return {
    ...sheet,
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relations([['rId1', 'drawing', target]]),
  };
}

/** Has room for the longest option, and fits on the paper. */
const LIST_WIDTH = 8000;

/** The sheet of options, one list below the other. */
function listSheet(title: string, lists: Lists, styles: StyleBook, number: number): PackageFiles {
  const options = lists.all();
  const style = { font: 'small', lines: '', align: 'left', valign: 'center' } as const;
  const cells = options.flatMap((text, row): SheetCell[] =>
    text === '' ? [] : [{ row, column: 0, height: 1, width: 1, text, style }],
  );
  const layout: SheetLayout = {
    grid: { widths: [LIST_WIDTH], between: () => ({ column: 0, width: 1 }) },
    cells,
    heights: options.map(() => 16),
  };
  const setting = { title, orientation: 'portrait', drawing: false, selected: false } as const;
  return { [`xl/worksheets/sheet${String(number)}.xml`]: sheetPart(layout, setting, styles, lists) };
}

function areaOf(layout: SheetLayout): { readonly rows: number; readonly columns: number } {
  return { rows: layout.heights.length, columns: layout.grid.widths.length };
}

function workbookRelations(sheets: number): readonly Relation[] {
  const list = Array.from({ length: sheets }, (_, at): Relation => [
    `rId${String(at + 1)}`,
    'worksheet',
    `worksheets/sheet${String(at + 1)}.xml`,
  ]);
  return [...list, ['rIdStyles', 'styles', 'styles.xml']];
}

/** Pictures of a workbook and the drawings that place them. */
class Media {
  drawings = 0;
  private readonly parts: Record<string, string | Uint8Array> = {};
  private readonly names = new Map<string, string>();

  constructor(private readonly bytesOf: PictureBytes) {}

  /** As it is seen; undefined where its bytes are missing. */
  shown(image: ImageRef): ShownPicture | undefined {
    const bytes = this.bytesOf(image);
    return bytes ? shownPicture(image, bytes) : undefined;
  }

  /** The number of the drawing that holds the pictures of a sheet; undefined where it has none. */
  drawingOf(layout: SheetLayout): number | undefined {
    const pictures = picturesOn(layout).flatMap((picture) => {
      const shown = this.shown(picture.image);
      return shown ? [{ ...picture, shown }] : [];
    });
    if (pictures.length === 0) return undefined;
    this.drawings += 1;
    const number = String(this.drawings);
    const ids = pictures.map((_, at) => `rId${String(at + 1)}`);
    const targets = pictures.map(({ image }, at): Relation => [
      ids[at] ?? '',
      'image',
      `../media/${this.nameOf(image) ?? ''}`,
    ]);
    this.parts[`xl/drawings/drawing${number}.xml`] = drawingPart(pictures, ids);
    this.parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = relations(targets);
    return this.drawings;
  }

  files(): PackageFiles {
    return this.parts;
  }

  private nameOf(image: ImageRef): string | undefined {
    const known = this.names.get(image.hash);
    if (known) return known;
    const bytes = this.bytesOf(image);
    if (!bytes) return undefined;
    const name = `image${String(this.names.size + 1)}.${image.mime === 'image/png' ? 'png' : 'jpeg'}`;
    this.names.set(image.hash, name);
    this.parts[`xl/media/${name}`] = bytes;
    return name;
  }
}
