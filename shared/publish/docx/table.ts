import {
  BorderStyle,
  type FileChild,
  HeightRule,
  type ITableCellBorders,
  type ITableCellOptions,
  type ITableOptions,
  type ITableWidthProperties,
  Paragraph,
  StringValueElement,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
  type TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { widthOf } from '../model/measure';
import { isHeadingCell } from '../model/runs';
import { SHADES } from '../model/shades';
import type { Cell, CellContent, Row, TableBlock, Twips } from '../model/types';
import { writable } from '../xml';
import { paragraphEnd, lineParagraph } from './lines';
import { pictureRuns } from './picture';
import { lineStyle, shade, TABLE_STYLE } from './styles';
import type { DocxContext } from './context';

const LABEL_SHADE = shade(SHADES.label);
const NO_LINE = { style: BorderStyle.NIL };

/** Japanese from top to bottom, the columns from right to left: the value that Word writes, absent from the library's list. */
const VERTICAL = 'tbRlV' as (typeof TextDirection)[keyof typeof TextDirection];

/** The column of a name that is upright is as wide as its line. */
const UPRIGHT = { textDirection: VERTICAL, margins: { left: 0, right: 0 } };

/** A table on its exact grid. */
export function tableOf(context: DocxContext, { columns, rows, label }: TableBlock): Table {
  const options: ITableOptions = {
    style: TABLE_STYLE,
    width: twips(widthOf(columns, 0, columns.length)),
    layout: TableLayoutType.FIXED,
    columnWidths: columns,
    rows: rows.map((row) => rowOf(context, row, columns)),
  };
  return label ? new LabelledTable(options, writable(label)) : new Table(options);
}

/** A table that says what it holds to readers who cannot see it. */
class LabelledTable extends Table {
  constructor(options: ITableOptions, label: string) {
    super(options);
    const parts: readonly unknown[] = this.root;
    const { rows: _, columnWidths: __, ...properties } = options;
    this.root = parts.map((one) =>
      one instanceof TableProperties ? new LabelledProperties(properties, label) : one,
    );
  }
}

class LabelledProperties extends TableProperties {
  constructor(options: ConstructorParameters<typeof TableProperties>[0], label: string) {
    super(options);
    this.root.push(new StringValueElement('w:tblCaption', label));
  }
}

function rowOf(context: DocxContext, row: Row, columns: readonly Twips[]): TableRow {
  let from = row.covered ?? 0;
  const covered = from > 0 ? [coveredCell(widthOf(columns, 0, from), from)] : [];
  const change = context.change(row.mark);
  const cells = row.cells.map((cell) => {
    const width = widthOf(columns, from, cell.span);
    from += cell.span;
    return cellOf(context, cell, width, row);
  });
  return new TableRow({
    ...(row.breakable ? {} : { cantSplit: true }),
    ...(row.minHeight ? { height: { value: row.minHeight, rule: HeightRule.ATLEAST } } : {}),
    ...(row.header ? { tableHeader: true } : {}),
    ...change,
    children: [...covered, ...cells],
  });
}

/** The part of a merged cell that lies in a further row. */
function coveredCell(width: Twips, span: number): TableCell {
  return new TableCell({
    ...gridPlacement(width, span),
    verticalMerge: VerticalMergeType.CONTINUE,
    shading: LABEL_SHADE,
    children: [new Paragraph({})],
  });
}

function cellOf(context: DocxContext, cell: Cell, width: Twips, row: Row): TableCell {
  const content = cell.content.map((one) => contentOf(context, one, width, row.keepNext === true));
  const properties = {
    ...gridPlacement(width, cell.span),
    ...(cell.rowSpan ? { verticalMerge: VerticalMergeType.RESTART } : {}),
    ...bordersOf(cell),
    ...(isHeadingCell(cell) ? { shading: LABEL_SHADE } : {}),
    ...(cell.vertical ? UPRIGHT : {}),
    verticalAlign: row.fromTop ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
  };
  return new FilledCell(properties, content.length > 0 ? content : [new Paragraph({})]);
}

/** A cell that holds paragraphs of any class. */
class FilledCell extends TableCell {
  constructor(properties: Omit<ITableCellOptions, 'children'>, content: readonly FileChild[]) {
    super({ ...properties, children: [] });
    this.root.push(...content);
  }
}

function gridPlacement(width: Twips, span: number): Pick<ITableCellOptions, 'width' | 'columnSpan'> {
  return { width: twips(width), ...(span > 1 ? { columnSpan: span } : {}) };
}

function twips(size: Twips): ITableWidthProperties {
  return { size, type: WidthType.DXA };
}

function bordersOf(cell: Cell): { readonly borders?: ITableCellBorders } {
  const borders = {
    ...(cell.openAbove ? { top: NO_LINE } : {}),
    ...(cell.openBelow ? { bottom: NO_LINE } : {}),
    ...(cell.role === 'options' ? { left: NO_LINE } : {}),
    ...(cell.openEnd ? { right: NO_LINE } : {}),
  };
  return Object.keys(borders).length > 0 ? { borders } : {};
}

function contentOf(context: DocxContext, content: CellContent, width: Twips, keepNext: boolean): FileChild {
  if (content.kind === 'line') return lineParagraph(context, content, keepNext);
  return new Paragraph({
    style: lineStyle({ role: 'center' }),
    ...paragraphEnd(context, content.mark),
    children: pictureRuns(context, content, width),
  });
}
