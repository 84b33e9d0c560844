import { itemsOf } from '../../../shared/assessment/items';
import type { Assessment } from '../../../shared/assessment/types';
import { dice } from '../../unit/shared/intake/recognise/filled';
import type { Wanted } from '../score';
import { type Dice, pick } from './dice';
import { type Cell, type ChecksPart, type Mark, printed, type Printed } from './printed';
import { BRACKETS, halfKana, type Style, TICKS } from './style';

/** How often (0..1) what happens to a row on its way. */
export interface Accidents {
  /** All marks of a cell become the same empty box. */
  readonly ticksLost: number;
  /** A heading is broken by a line end or a space. */
  readonly broken: number;
  /** One character of a heading is another. */
  readonly misread: number;
  /** The heading cell is blank. */
  readonly headingLost: number;
  /** ① is 1, or nothing. */
  readonly numberLost: number;
  /** The list of options ends early. */
  readonly optionsTorn: number;
  /** The rest of a long text follows on the next page. */
  readonly torn: number;
  /** 委託事項2～5 and the other headings of groups are left out. */
  readonly noGroups: boolean;
  /** Headers and page numbers. */
  readonly pageMarks: number;
  /** Two rows stand in one. */
  readonly merged: number;
  /** The value stands in the row below its heading. */
  readonly below: number;
  /** What follows on the next page has its heading again: `②事務の内容（続き）`. */
  readonly repeated: number;
  /** The headings of the columns of 変更箇所 stand on the first page only. */
  readonly headOnce: boolean;
  /** Words of a diagram after each part's title. */
  readonly diagram: number;
  /** Katakana of half width. */
  readonly kana: boolean;
}

export const CALM: Accidents = {
  ticksLost: 0,
  broken: 0,
  misread: 0,
  headingLost: 0,
  numberLost: 0,
  optionsTorn: 0,
  torn: 0,
  noGroups: false,
  pageMarks: 0,
  merged: 0,
  below: 0,
  repeated: 0,
  headOnce: false,
  diagram: 0,
  kana: false,
};

export interface Written {
  readonly text: string;
  readonly wanted: readonly Wanted[];
}

/** The assessment as a reader of paper writes it, every page in a style of its own, and what can be known from it. */
export function written(
  assessment: Assessment,
  seed: number,
  styleOf: (roll: Dice) => Style,
  accidents: Accidents = CALM,
): Written {
  const roll = dice(seed);
  const unsure = new Set<string>();
  const pages = pagesOf(printed(assessment), roll, accidents);
  const numberOf = pick(roll, PAGE_NUMBERS);
  const parts = pages.map((rows, at) => {
    const page = new Page(styleOf(roll), roll, accidents, unsure);
    return page.write(rows, numberOf(String(at + 1), String(pages.length)));
  });
  const wanted = itemsOf(assessment)
    .filter(({ path }) => !/form_edition$|all_items$/.test(path))
    .map((item): Wanted => ({ ...item, state: unsure.has(item.path) ? 'unsure' : 'said' }));
  const text = parts.join('\n\n');
  return { text: accidents.kana ? halfKana(text) : text, wanted };
}

/** Pages of 10 to 40 rows; a part begins a new one more often than not. */
function pagesOf(
  rows: readonly Printed[],
  roll: Dice,
  { noGroups, headOnce }: Accidents,
): readonly (readonly Printed[])[] {
  const pages: Printed[][] = [[]];
  let left = 25;
  for (const row of rows) {
    if (noGroups && row.kind === 'heading' && /\d[～~]\d/.test(row.text)) continue;
    const part = row.kind === 'line' && row.part && roll() < 0.7;
    if ((left-- <= 0 && row.kind !== 'answer') || part) {
      pages.push([]);
      left = 10 + Math.floor(roll() * 30);
    }
    if (row.kind !== 'table') pages.at(-1)?.push(row);
    else pages.push(...tablePages(row, roll, headOnce));
  }
  return pages.filter((page) => page.length > 0);
}

function tablePages(table: Extract<Printed, { kind: 'table' }>, roll: Dice, headOnce: boolean): Printed[][] {
  const pages: Printed[][] = [];
  for (let at = 0; at < table.rows.length;) {
    const size = 3 + Math.floor(roll() * 8);
    const header = at > 0 && headOnce ? [] : table.header;
    pages.push([{ ...table, header, rows: table.rows.slice(at, at + size) }]);
    at += size;
  }
  return pages;
}

class Page {
  private readonly lines: string[] = [];
  /** Rows of an HTML table that is open. */
  private rows: string[] = [];
  /** Cells of a row that stands in the next one. */
  private readonly waiting: string[] = [];

  constructor(
    private readonly style: Style,
    private readonly roll: Dice,
    private readonly accidents: Accidents,
    private readonly unsure: Set<string>,
  ) {}

  write(rows: readonly Printed[], number: string): string {
    const marked = this.roll() < this.accidents.pageMarks;
    for (const row of rows) this.row(row);
    if (this.waiting.length > 0) this.cells(this.waiting.splice(0), 'row');
    this.endTable();
    const lines = marked ? [...this.lines, number] : this.lines;
    return this.style.layout === 'oneLine' ? joined(lines) : lines.join('\n');
  }

  private row(row: Printed): void {
    if (row.kind !== 'row' && this.waiting.length > 0) this.cells(this.waiting.splice(0), 'row');
    if (row.kind === 'line') this.line(this.decorated(row.text));
    if (row.kind === 'line' && row.part && this.roll() < this.accidents.diagram) this.diagram();
    if (row.kind === 'heading') this.heading(row);
    if (row.kind === 'answer') this.answer(row.cell);
    if (row.kind === 'columns') {
      this.cells([...row.labels], 'row');
      this.cells(
        row.values.map((value) => this.width(value)),
        'row',
      );
      this.endTable();
      this.lines.push('');
    }
    if (row.kind === 'row') this.item(row);
    if (row.kind === 'table') this.table(row);
  }

  private diagram(): void {
    const words = ['住民', '①届出', '市民課', '→', '水辺システム', '②通知', '[庁内連携システム]', '国'];
    for (const word of words) if (this.roll() < 0.6) this.lines.push(word);
  }

  private decorated(text: string): string {
    const heading = this.style.layout === 'oneLine' ? '' : this.style.heading;
    return heading === '**' ? `**${this.width(text)}**` : heading + this.width(text);
  }

  private line(text: string): void {
    this.endTable();
    this.lines.push('', text, '');
  }

  private heading({ text, flags }: Extract<Printed, { kind: 'heading' }>): void {
    if (BOXES.includes(this.style.tick)) for (const { path, on } of flags) if (!on) this.unsure.add(path);
    const marks = flags.map(({ label, on }) => `${this.tick(on, false)} ${this.width(label)}`).join(' ');
    const label = this.label(text);
    if (this.style.layout === 'tabs')
      this.cells(this.style.openRow ? [label, marks] : [[label, marks].filter(Boolean).join(' ')], 'row');
    else this.line([text === '' ? '' : this.decorated(this.label(text)), marks].filter(Boolean).join(' '));
  }

  private answer(cell: Cell): void {
    const spill = cell.kind === 'text' && (this.style.text === 'spill' || this.style.layout !== 'tabs');
    if (spill) this.line(this.width(cell.text));
    else for (const cells of this.value(cell)) this.cells(cells, 'row');
  }

  private item({ outer, under, label, cell }: Extract<Printed, { kind: 'row' }>): void {
    const lost = this.roll() < this.accidents.headingLost;
    const head = [
      ...(outer === undefined ? (under ? [''] : []) : [this.label(outer)]),
      lost ? '' : this.label(label),
    ];
    if (cell.kind === 'text' && this.isSpilled(cell.text)) {
      this.cells([...head, ''], 'row');
      this.line(this.width(cell.text));
      return;
    }
    if (cell.kind === 'text' && this.roll() < this.accidents.merged) {
      this.waiting.push(...head, this.paragraphs(this.width(cell.text).split('\n')));
      return;
    }
    if (this.waiting.length > 0) head.unshift(...this.waiting.splice(0));
    if (cell.kind === 'text' && this.roll() < this.accidents.below) {
      this.cells([...head, ''], 'row');
      this.cells([...head.map(() => ''), this.paragraphs(this.width(cell.text).split('\n'))], 'row');
      return;
    }
    const gap = this.style.columns === 3 && head.length === 1 ? [''] : [];
    const [first = [], ...rest] = this.value(cell);
    this.cells([...head, ...gap, ...first], 'row');
    const again = cell.kind === 'text' && this.roll() < this.accidents.repeated;
    for (const cells of rest) {
      const heads = again
        ? [...head.slice(0, -1).map(() => ''), `${head.at(-1) ?? ''}（続き）`]
        : head.map(() => '');
      this.cells([...heads, ...gap, ...cells], 'row');
    }
  }

  private isSpilled(text: string): boolean {
    return this.style.text === 'spill' && this.style.layout === 'tabs' && text.includes('\n');
  }

  /** Rows of cells. */
  private value(cell: Cell): readonly (readonly string[])[] {
    if (cell.kind === 'choice') return this.choice(cell);
    if (cell.kind === 'checks') return this.checks(cell.parts);
    return this.longText(cell.text);
  }

  private longText(text: string): readonly (readonly string[])[] {
    const whole = this.width(text);
    const lines = whole.split('\n');
    const cut = 1 + Math.floor(this.roll() * (lines.length - 1));
    const torn = lines.length > 2 && this.roll() < this.accidents.torn;
    const parts = torn ? [lines.slice(0, cut), lines.slice(cut)] : [lines];
    return parts.map((part) => [this.paragraphs(part)]);
  }

  private paragraphs(lines: readonly string[]): string {
    if (this.isPlain()) return this.style.layout === 'oneLine' ? joined(lines) : lines.join('\n');
    if (lines.length < 2) return lines.join('');
    const { text } = this.style;
    if (text === 'breaks' || this.style.layout === 'markdown') return lines.join('<br>');
    if (text === 'spaces') return lines.join(' ');
    if (text === 'lists' && lines.every((line) => line.startsWith('・')))
      return `<ul style="list-style-type: none;"> ${lines.map((line) => `<li>${line}</li>`).join(' ')} </ul>`;
    return lines.map((line) => `<p>${line}</p>`).join(' ');
  }

  private isPlain(): boolean {
    return ['lines', 'cells', 'oneLine', 'outline'].includes(this.style.layout);
  }

  private choice({
    value,
    options,
    below,
    path,
  }: Extract<Cell, { kind: 'choice' }>): readonly (readonly string[])[] {
    const { options: way, mark, number } = this.style;
    const torn = this.roll() < this.accidents.optionsTorn;
    const listed = options
      .slice(0, torn ? Math.ceil(options.length / 2) : undefined)
      .map((option, at) => `${number(at + 1)} ${this.width(option)}`);
    const bare = ['bare', 'box', 'unopened'].includes(this.style.bracket);
    const bracket =
      way === 'none' || below !== '' || (bare && way === 'before') ? 'tight' : this.style.bracket;
    const said = BRACKETS[this.plainBracket(bracket)](this.width(value));
    if (value === '') this.unsure.delete(path);
    if (way === 'none') return [[[said, below].filter(Boolean).join(' ')]];
    if (way === 'before') return [[[mark, ...listed, said, below].filter(Boolean).join(' ')]];
    if (way === 'cell')
      return [[said, [mark, ...listed].filter(Boolean).join(' ')], ...(below ? [[below]] : [])];
    if (way === 'rows' && !this.isPlain())
      return [[said, mark], ...pairs(listed).map((pair) => ['', ...pair]), ...(below ? [[below]] : [])];
    if (way === 'flex' && this.style.layout === 'tabs')
      return [
        [
          `<div style="display: flex; align-items: center;"> <div style="margin-right: 20px;">${said}</div> <div> ${mark} <div>${listed.join('</div> <div>')}</div> </div> </div>${below}`,
        ],
      ];
    if (way === 'nested' && this.style.layout === 'tabs')
      return [
        [
          `<table border="1" data-bbox="10 20 30 40"><tr><td>${said}</td>${pairs(listed)
            .map((pair) => pair.map((option) => `<td>${option}</td>`).join(''))
            .join('</tr><tr>')}</tr></table>${below}`,
        ],
      ];
    return [[[said, mark, ...listed, below].filter(Boolean).join(' ')]];
  }

  /** Inputs stand in HTML only. */
  private plainBracket(bracket: Style['bracket']): Style['bracket'] {
    return this.style.layout !== 'tabs' && (bracket === 'input' || bracket === 'box') ? 'tight' : bracket;
  }

  private checks(parts: readonly ChecksPart[]): readonly (readonly string[])[] {
    const marks = parts.flatMap((part) => part.marks);
    const lost = this.roll() < this.accidents.ticksLost;
    const same = marks.every(({ on }) => !on);
    // Boxes that are all alike and empty say nothing.
    if (lost || same) for (const { path } of parts) this.unsure.add(path);
    const lines = parts.flatMap(({ title, marks: own }) => [
      ...(title === '' ? [] : [title]),
      ...own.map((mark) => this.mark(mark, lost)),
    ]);
    if (this.isPlain()) return [[this.style.layout === 'oneLine' ? joined(lines) : lines.join('\n')]];
    if (this.style.layout === 'markdown') return [[lines.join('<br>')]];
    if (this.style.checks === 'pairs' && parts.length === 1 && this.style.layout === 'tabs')
      return pairs(lines);
    if (this.style.checks === 'paragraphs')
      return [
        [
          pairs(lines)
            .map((pair) => `<p>${pair.join(' ')}</p>`)
            .join(''),
        ],
      ];
    return [[lines.join(this.style.checks === 'lines' ? '<br/>' : ' ')]];
  }

  private mark({ on, label, text, count }: Mark, lost: boolean): string {
    const behind =
      count === undefined ? (text === undefined ? '' : ` (${this.width(text)})`) : ` ( ${count} ) 件`;
    return `${this.tick(on, lost)} ${this.width(label)}${behind}`;
  }

  private tick(on: boolean, lost: boolean): string {
    if (lost) return '<input type="checkbox"/>';
    const plain = this.style.layout !== 'tabs' && this.style.tick.startsWith('input');
    return TICKS[plain ? 'circle' : this.style.tick][on ? 0 : 1];
  }

  private table({ header, rows }: Extract<Printed, { kind: 'table' }>): void {
    this.lines.push('');
    const body = [...(header.length > 0 ? [header] : []), ...rows].map((row) =>
      row.map((text) => this.rowText(text)),
    );
    if (this.style.layout === 'cells') this.lines.push(...body.flat().filter(Boolean));
    else if (this.isPlain()) this.lines.push(...body.map((row) => row.join('\t')));
    else for (const row of body) this.cells(row, 'table');
    this.endTable();
  }

  private rowText(text: string): string {
    const lines = this.width(text).split('\n');
    return this.isPlain() ? lines.join(' ') : this.paragraphs(lines);
  }

  /** One row of a table. */
  private cells(cells: readonly string[], _: 'row' | 'table'): void {
    const { layout } = this.style;
    if (layout === 'tabs')
      this.lines.push(cells.length === 1 && this.style.openRow ? `${cells[0] ?? ''}\t` : cells.join('\t'));
    else if (layout === 'markdown') {
      if (this.rows.length === 0)
        this.rows.push(...[`| ${cells.join(' | ')} |`, `|${cells.map(() => '---').join('|')}|`]);
      else this.rows.push(`| ${cells.join(' | ')} |`);
    } else if (layout === 'html' || layout === 'htmlLines')
      this.rows.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    else if (layout === 'lines' && cells.length > 1 && this.roll() < 0.4)
      this.lines.push(cells.filter(Boolean).join(' '));
    else this.lines.push(...cells.filter(Boolean));
  }

  private endTable(): void {
    if (this.rows.length === 0) return;
    const { layout } = this.style;
    if (layout === 'html') this.lines.push(`<table>${this.rows.join('')}</table>`, '');
    else if (layout === 'htmlLines')
      this.lines.push(
        '<table border="1">',
        '<tbody>',
        ...this.rows
          .map((row) => row.replace(/<td>/g, '\n  <td>'))
          .join('\n')
          .split('\n'),
        '</tbody>',
        '</table>',
        '',
      );
    else this.lines.push(...this.rows, '');
    this.rows = [];
  }

  /** A heading as it was read. */
  private label(text: string): string {
    const { accidents, roll } = this;
    let label = this.width(text);
    if (roll() < accidents.numberLost)
      label = label.replace(/^[①-⑳]/, (number) => (roll() < 0.5 ? number.normalize('NFKC') : ''));
    const plain = label.replace(/\s*※$/, '');
    const at = 1 + Math.floor(roll() * Math.max(1, plain.length - 2));
    if (plain.length > 5 && roll() < accidents.misread && !/\d/.test(plain[at] ?? ''))
      label = `${label.slice(0, at)}${roll() < 0.5 ? 'ฯ' : '事'}${label.slice(at + 1)}`;
    if (plain.length > 8 && roll() < accidents.broken)
      label = `${label.slice(0, at)}${this.breakOf()}${label.slice(at)}`;
    return label === '' || (this.isPlain() && this.style.layout !== 'cells')
      ? label
      : this.style.label(label);
  }

  private breakOf(): string {
    if (this.isPlain()) return this.style.layout === 'oneLine' ? ' ' : '\n';
    return this.roll() < 0.5 ? '<br>' : ' ';
  }

  private width(text: string): string {
    if (!this.style.half) return text;
    return text
      .replace(/[０-９（）：．＜＞]/g, (character) => character.normalize('NFKC'))
      .replace(/[ⅠⅡⅢⅣⅤⅥ]/g, (roman) => roman.normalize('NFKC'));
  }
}

/** A page in one line; the rows of 変更箇所 keep their own. */
function joined(lines: readonly string[]): string {
  const body = lines.filter((line) => line !== '' && !line.includes('\t')).join(' ');
  return [body, ...lines.filter((line) => line.includes('\t'))].join('\n');
}

/** Of these a single empty one says nothing. */
const BOXES: readonly Style['tick'][] = ['inputs', 'boxes', 'squares', 'formula'];

function pairs(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((line, at) => (at % 2 === 0 ? [[line, ...lines.slice(at + 1, at + 2)]] : []));
}

/** Foot of page `n` of `all`. */
const PAGE_NUMBERS: readonly ((n: string, all: string) => string)[] = [
  (n) => `- ${n} -`,
  (n, all) => `${n}/${all}`,
  (n, all) => `${n} / ${all} ページ`,
  (n) => `<page_number>${n}</page_number>`,
  (n) => `<!-- ${n} -->`,
  (n) => n,
];
