import type { Assessment } from '../../../../../../shared/assessment/types';
import { outline, type EntryNode, type Node } from '../../../../../../shared/assessment/walk';
import { formOf } from '../../../../../../shared/forms/catalog';
import { indexOf } from '../../../../../../shared/forms/lookup';
import { itemLabel } from '../../../../../../shared/forms/label';
import type { FormItem } from '../../../../../../shared/forms/types';
import { SheetContent, type PrintedOption } from '../../../../../accuracy/sheets/content';
import { wrapped } from './wrapped';

/** One stretch of text as a page shows it: `x` in widths of a character, `y` in lines from the top. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What one row of the sheet draws, as pieces that stay together; the pieces of one cell are one. */
export interface Row {
  /** Lines it takes. */
  readonly height: number;
  /** Of the table of changes. */
  readonly ofTable?: boolean;
  readonly cells: readonly (readonly Drawn[])[];
}

/** How a sheet was made up. */
export interface Make {
  /** Characters to a line of a heading and of a value. */
  readonly labelWidth: number;
  readonly valueWidth: number;
  /** Headings stand in the middle of their row from top to bottom. */
  readonly centred: boolean;
  /** The value of a choice stands on the line of the first options, not in the middle of its row. */
  readonly valueOnFirst: boolean;
  /** `1）`, `2）` in one column or two. */
  readonly optionColumns: 1 | 2;
}

const LINES_ON_A_PAGE = 62;
/** Where headings, values and lists of options begin. */
const VALUE = 14;
const LIST = 30;
const END = 60;

/** The rows of an assessment, as the official sheet shows them, by page. */
export function drawnPages(assessment: Assessment, make: Make): readonly (readonly Row[])[] {
  const sheet = new Sheet(assessment, make);
  return outline(formOf(assessment.form, assessment.edition), assessment).flatMap((node) =>
    onPages(sheet.rowsOf(node)),
  );
}

/** Each part of the form begins a page; a row that does not fit goes to the next. */
function onPages(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]];
  let y = 0;
  for (const row of rows) {
    if (y + row.height > LINES_ON_A_PAGE && y > 0) {
      pages.push([]);
      y = 0;
    }
    pages.at(-1)?.push(moved(row, y));
    y += row.height;
  }
  return pages;
}

function moved(row: Row, by: number): Row {
  return { ...row, cells: row.cells.map((cell) => cell.map((piece) => ({ ...piece, y: piece.y + by }))) };
}

class Sheet {
  private readonly content: SheetContent;

  constructor(
    private readonly assessment: Assessment,
    private readonly make: Make,
  ) {
    this.content = new SheetContent(assessment);
  }

  rowsOf(node: Node): readonly Row[] {
    if (node.kind === 'leaf') return this.leaf(node);
    if (node.kind === 'list') return node.item.type === 'table' ? this.table(node) : this.entries(node);
    const below = node.children.flatMap((child) => this.rowsOf(child));
    return [...this.heading(node), ...below];
  }

  private heading(node: Extract<Node, { kind: 'section' | 'group' }>): readonly Row[] {
    if (node.kind === 'group') return [bar(` ${headingText(node.item)}`)];
    const { section } = node;
    const title = `${section.number ?? ''}${section.number ? '　' : ''}${section.title}`;
    if (section.id === 'cover')
      return [bar(title), bar(formOf(this.assessment.form, this.assessment.edition).stamp)];
    return [
      bar(title + (section.printedNote ? ` ${section.printedNote}` : '')),
      ...(section.entries ?? []).map((entry) => bar(entry)),
    ];
  }

  private entries(node: Extract<Node, { kind: 'list' }>): readonly Row[] {
    return node.entries.flatMap((entry) => this.entry(node.item, entry));
  }

  private entry(item: FormItem, entry: EntryNode): readonly Row[] {
    const { label, name, rest } = this.content.entry(item, entry);
    const named = name ? this.content.text(name.path) : '';
    return [
      this.row([` ${label}`], named === '' ? [] : named.split('\n')),
      ...rest.flatMap((child) => this.rowsOf(child)),
    ];
  }

  private leaf(node: Extract<Node, { kind: 'leaf' }>): readonly Row[] {
    const { item, path } = node;
    const value = this.content.text(path);
    const below = node.children.flatMap((child) => this.rowsOf(child));
    if (item.type === 'image' || item.id === 'cover.form_edition') return below;
    if (item.fixed) return [this.row(this.head(item), [item.default ?? '']), ...below];
    if (item.type === 'count') return [...this.count(item, value), ...below];
    if (item.type === 'flag') return [this.flag(item, value === 'true'), ...below];
    if (item.type === 'choice') return [this.choice(item, value), ...below];
    if (item.type === 'checks') return [this.checks(path, item), ...below];
    return [...this.words(item, value), ...below];
  }

  private label(lines: readonly string[], height: number): readonly Drawn[] {
    const top = this.make.centred ? Math.max(0, (height - lines.length) / 2) : 0;
    return lines.map((line, nth) => ({ text: line, x: 0.5, y: top + nth }));
  }

  private row(label: readonly string[], value: readonly string[]): Row {
    const height = Math.max(label.length, value.length);
    const top = this.make.centred ? (height - value.length) / 2 : 0;
    const words = value.map((line, nth) => ({ text: line, x: VALUE, y: top + nth }));
    return { height: height + 0.4, cells: [this.label(label, height), ...(words.length > 0 ? [words] : [])] };
  }

  /** A text longer than what is left of a page goes on below; its heading stands beside the first part. */
  private words(item: FormItem, value: string): readonly Row[] {
    const lines = value.split('\n').flatMap((line) => wrapped(line, this.make.valueWidth));
    const head = this.head(item);
    if (value === '') return [this.row(head, [])];
    const [first, ...parts] = chunks(lines, LINES_ON_A_PAGE - 4);
    return [this.row(head, first ?? []), ...parts.map((part) => this.row([], part))];
  }

  private head(item: FormItem): readonly string[] {
    const [first = '', ...rest] = wrapped(headingText(item), this.make.labelWidth);
    return [` ${first}`, ...rest];
  }

  private choice(item: FormItem, value: string): Row {
    const head = this.head(item);
    const options = (item.options ?? []).map(
      (option, nth) => `${String(option.n ?? nth + 1)}） ${option.label}`,
    );
    const columns = options.some((option) => option.length > 15) ? 1 : this.make.optionColumns;
    const lines = chunks(options, columns);
    const height = Math.max(head.length, lines.length + 1);
    const at = this.make.valueOnFirst ? 1 : (height - 1) / 2;
    const listed = lines.flatMap((line, row) =>
      line.map((option, column): Drawn => ({ text: option, x: LIST + column * 15, y: row + 1 })),
    );
    return {
      height: height + 0.4,
      cells: [
        this.label(head, height),
        [{ text: '[', x: VALUE, y: at }, ...(value === '' ? [] : [{ text: value, x: VALUE + 1, y: at }])],
        [{ text: ']', x: LIST - 1, y: at }],
        [{ text: '＜選択肢＞', x: LIST, y: 0 }],
        ...lines.map((_, row) => listed.filter(({ y }) => y === row + 1)),
      ],
    };
  }

  private checks(path: string, item: FormItem): Row {
    const boxes = this.content.options(path, item).map(checkbox);
    const lines: Drawn[][] = [];
    let x = END;
    for (const { mark, name } of boxes) {
      const wide = name.length + 4 > 22;
      const place = x + 15 > END || (wide && x > VALUE) ? VALUE : x;
      if (place === VALUE) lines.push([]);
      lines.at(-1)?.push(...boxAt(mark, name, { x: place, y: lines.length - 1 }));
      x = wide ? END : place + Math.max(15, Math.ceil((name.length + 5) / 15) * 15);
    }
    const head = this.head(item);
    const height = Math.max(head.length, lines.length);
    return { height: height + 0.4, cells: [this.label(head, height), ...lines] };
  }

  /** A number that no box has beside it stands by itself. */
  private count(item: FormItem, value: string): readonly Row[] {
    if (this.printedInBox(item)) return [];
    return [{ height: 1, cells: [[{ text: `（ ${value} ）　件`, x: 50, y: 0 }]] }];
  }

  private printedInBox({ id }: FormItem): boolean {
    const form = formOf(this.assessment.form, this.assessment.edition);
    return [...indexOf(form).byId.values()].some(({ item }) =>
      (item.options ?? []).some((option) => option.countItem === id),
    );
  }

  private flag(item: FormItem, ticked: boolean): Row {
    return { height: 1.4, cells: [boxAt(ticked ? '○' : '', item.label, { x: VALUE, y: 0 })] };
  }

  private table(node: Extract<Node, { kind: 'list' }>): readonly Row[] {
    const table = this.content.table(node);
    const head = table.header.map((column, nth): Drawn => ({ text: column, x: COLUMNS[nth]?.x ?? 0, y: 0 }));
    const rows = table.rows.flatMap((texts) => {
      const cells = texts.map((words, nth) =>
        words === '' ? [] : words.split('\n').flatMap((line) => wrapped(line, COLUMNS[nth]?.width ?? 20)),
      );
      return this.changeRow(cells);
    });
    return [{ height: 1.4, ofTable: true, cells: [head] }, ...rows];
  }

  /** A cell longer than a page goes on below. */
  private changeRow(cells: readonly (readonly string[])[]): readonly Row[] {
    const height = Math.min(LINES_ON_A_PAGE - 2, Math.max(1, ...cells.map((lines) => lines.length)));
    const drawn = cells.map((lines, nth) => {
      const own = lines.slice(0, height);
      const top = (height - own.length) / 2;
      return own.map((line, at): Drawn => ({ text: line, x: COLUMNS[nth]?.x ?? 0, y: top + at }));
    });
    const more = cells.map((lines) => lines.slice(height));
    const own: Row = { height: height + 0.4, ofTable: true, cells: drawn.filter((cell) => cell.length > 0) };
    return more.some((lines) => lines.length > 0) ? [own, ...this.changeRow(more)] : [own];
  }
}

/** Of the table of changes; its words are smaller. */
const COLUMNS = [
  { x: 0, width: 12 },
  { x: 10, width: 13 },
  { x: 24, width: 21 },
  { x: 46, width: 21 },
  { x: 68, width: 4 },
  { x: 72, width: 13 },
];

function checkbox({ label, isTicked, text, count }: PrintedOption): {
  readonly mark: string;
  readonly name: string;
} {
  const words = text === undefined ? '' : ` （ ${text} ）`;
  const counted = count === undefined ? '' : ` （ ${count} ） 件`;
  return { mark: isTicked ? '○' : '', name: `${label}${words}${counted}` };
}

function boxAt(mark: string, name: string, { x, y }: { x: number; y: number }): readonly Drawn[] {
  const marks = mark === '' ? [] : [{ text: mark, x: x + 1, y }];
  return [{ text: '[', x, y }, ...marks, { text: ']', x: x + 2.5, y }, { text: name, x: x + 3.5, y }];
}

function bar(words: string): Row {
  return { height: 1.4, cells: [[{ text: words, x: 0.5, y: 0 }]] };
}

function headingText(item: FormItem): string {
  return (item.labels?.join(' ') ?? itemLabel(item)) + (item.mark ? '　※' : '');
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
