import type { Assessment } from '../../../../../../shared/assessment/types';
import { outline, type EntryNode, type Node } from '../../../../../../shared/assessment/walk';
import { formOf } from '../../../../../../shared/forms/catalog';
import { itemLabel } from '../../../../../../shared/forms/label';
import type { FormItem } from '../../../../../../shared/forms/types';
import { SheetContent, type PrintedOption } from '../../../../../accuracy/sheets/content';
import { dice } from '../filled';
import { wrapped } from './wrapped';

/** How much of the reading order is lost, as shares of the cells. */
export interface Disorder {
  /** A heading and what follows it up to the next change places with its neighbour. */
  readonly swapped: number;
  /** A value's first line stands on the line of its heading. */
  readonly inline: number;
  /** The lists of options, `]` and the boxes at the end of a line come at the end of the page. */
  readonly late: number;
  /** The value of a choice stands before its bracket. */
  readonly reversed: number;
}

/** Lines that stand together, and what only comes at the end of its page. */
interface Cell {
  readonly boxes: readonly (readonly string[])[];
  readonly late: readonly (readonly string[])[];
}

const HEADING_WIDTH = 13;
const TEXT_WIDTH = 45;
const CELLS_ON_A_PAGE = 14;

/** The assessment as a program writes it that takes text out of a PDF of the official sheet. */
export function pageText(assessment: Assessment, disorder: Disorder, seed: number): string {
  const roll = dice(seed);
  const pages = outline(formOf(assessment.form, assessment.edition), assessment).flatMap((node) =>
    pagesOf(new Sheet(assessment, disorder, roll).cellsOf(node)),
  );
  return pages.map((page) => written(page, disorder, roll)).join('\n\n\n\n');
}

function pagesOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const count = Math.ceil(cells.length / CELLS_ON_A_PAGE);
  return Array.from({ length: count }, (_, at) =>
    cells.slice(at * CELLS_ON_A_PAGE, (at + 1) * CELLS_ON_A_PAGE),
  );
}

function written(cells: readonly Cell[], disorder: Disorder, roll: () => number): string {
  const order = [...cells];
  for (let at = 1; at + 1 < order.length; at++) {
    const [one, other] = [order[at], order[at + 1]];
    if (one && other && roll() < disorder.swapped) order.splice(at, 2, other, one);
  }
  const boxes = [...order.flatMap((cell) => cell.boxes), ...order.flatMap((cell) => cell.late)];
  return boxes.map((box) => box.join('\n')).join('\n\n');
}

class Sheet {
  private readonly content: SheetContent;

  constructor(
    private readonly assessment: Assessment,
    private readonly disorder: Disorder,
    private readonly roll: () => number,
  ) {
    this.content = new SheetContent(assessment);
  }

  cellsOf(node: Node): readonly Cell[] {
    if (node.kind === 'leaf') return this.leaf(node);
    if (node.kind === 'list') return node.item.type === 'table' ? this.table(node) : this.entries(node);
    const below = node.children.flatMap((child) => this.cellsOf(child));
    return [...this.heading(node), ...below];
  }

  private heading(node: Extract<Node, { kind: 'section' | 'group' }>): readonly Cell[] {
    if (node.kind === 'group') return [cell([` ${headingText(node.item)}`])];
    const { section } = node;
    const title = `${section.number ?? ''}${section.number ? '　' : ''}${section.title}`;
    if (section.id === 'cover')
      return [cell([title]), cell([formOf(this.assessment.form, this.assessment.edition).stamp])];
    const lines = [title, ...(section.entries ?? [])];
    return [cell([lines.join('\n') + (section.printedNote ? ` ${section.printedNote}` : '')])];
  }

  private entries(node: Extract<Node, { kind: 'list' }>): readonly Cell[] {
    return node.entries.flatMap((entry) => this.entry(node.item, entry));
  }

  private entry(item: FormItem, entry: EntryNode): readonly Cell[] {
    const { label, name, rest } = this.content.entry(item, entry);
    const named = name ? ` ${this.content.text(name.path)}` : '';
    return [cell([` ${label}${named}`]), ...rest.flatMap((child) => this.cellsOf(child))];
  }

  private leaf(node: Extract<Node, { kind: 'leaf' }>): readonly Cell[] {
    const { item, path } = node;
    const value = this.content.text(path);
    const below = node.children.flatMap((child) => this.cellsOf(child));
    if (item.fixed || item.type === 'image' || item.type === 'count') return below;
    if (item.type === 'flag') return [cell([`[ ${value === 'true' ? '○ ' : ''}] ${item.label}`]), ...below];
    if (item.type === 'choice') return [this.choice(item, value), ...below];
    if (item.type === 'checks') return [this.checks(path, item), ...below];
    return [this.words(item, value), ...below];
  }

  private words(item: FormItem, value: string): Cell {
    const lines = value.split('\n').flatMap((line) => wrapped(line, TEXT_WIDTH));
    const head = wrapped(headingText(item), HEADING_WIDTH);
    if (value === '') return cell(headed(head));
    if (head.length === 1 && this.roll() < this.disorder.inline)
      return cell([` ${head[0] ?? ''} ${lines[0] ?? ''}`, ...lines.slice(1)]);
    return { boxes: [headed(head), lines], late: [] };
  }

  private choice(item: FormItem, value: string): Cell {
    const head = headed(wrapped(headingText(item), HEADING_WIDTH));
    const list = [
      '＜選択肢＞',
      ...(item.options ?? []).map((option, nth) => `${String(option.n ?? nth + 1)}） ${option.label}`),
    ];
    const reversed = value !== '' && this.roll() < this.disorder.reversed;
    const brackets = reversed ? [`${value}[`] : [`[ ${value}`];
    return this.roll() < this.disorder.late
      ? { boxes: [[...head, ...brackets]], late: [[...list.reverse(), ']']] }
      : { boxes: [[...head], [`[ ${value} ]`], list], late: [] };
  }

  /** Two boxes a line; where it is torn, the line ends with the bracket of the second. */
  private checks(path: string, item: FormItem): Cell {
    const printed = this.content.options(path, item);
    const lines: string[] = [];
    const late: string[][] = [];
    for (let at = 0; at < printed.length; at += 2) {
      const [one, other] = printed.slice(at, at + 2).map(checkbox);
      const torn = other !== undefined && this.roll() < this.disorder.late;
      lines.push(
        [one?.open, one?.name, ...(torn ? [other.open] : [other?.open, other?.name])]
          .filter(Boolean)
          .join(' '),
      );
      if (torn) late.push([other.name]);
    }
    const head = headed(wrapped(headingText(item), HEADING_WIDTH));
    return { boxes: [head, ...lines.map((line) => [line])], late };
  }

  private table(node: Extract<Node, { kind: 'list' }>): readonly Cell[] {
    const { header, rows } = this.content.table(node);
    const cells = rows.map(([date, item, before, after, timing, reason]) => {
      return {
        boxes: [
          [date ?? ''],
          wrapped(item ?? '', HEADING_WIDTH),
          [before ?? ''],
          [after ?? ''],
          [timing ?? '', ...wrapped(reason ?? '', HEADING_WIDTH)],
        ].filter((box) => box.join('') !== ''),
        late: [],
      };
    });
    return [cell([header.join(' ')]), ...cells];
  }
}

function checkbox({ label, isTicked, text, count }: PrintedOption): {
  readonly open: string;
  readonly name: string;
} {
  const words = text === undefined ? '' : ` （ ${text} ）`;
  const counted = count === undefined ? '' : ` （ ${count} ） 件`;
  return { open: isTicked ? '[ ○' : '[', name: `] ${label}${words}${counted}` };
}

function cell(lines: readonly string[]): Cell {
  return { boxes: [lines], late: [] };
}

function headed(lines: readonly string[]): readonly string[] {
  return [` ${lines[0] ?? ''}`, ...lines.slice(1)];
}

function headingText(item: FormItem): string {
  return (item.labels?.join('\n ') ?? itemLabel(item)) + (item.mark ? '　※' : '');
}
