import type { Cell, ChecksPart, Flag, Mark, Printed } from '../ocr/printed';
import { TICKS } from '../ocr/style';
import type { SheetMake } from './make';

/** Columns of the grid; every row fills them. */
const COLUMNS = 6;

/** The rows of an assessment as a page for word processors, spreadsheets and browsers to make a file of. */
export function sheetHtml(rows: readonly Printed[], make: SheetMake): string {
  const body = new Writer(make).write(rows);
  const label = make.shaded
    ? 'th{background:#e8eef6;font-weight:normal;text-align:left}'
    : 'th{font-weight:normal;text-align:left}';
  const style = `body{font-family:"Noto Sans CJK JP",serif;font-size:${String(make.size)}pt}table{border-collapse:collapse;width:100%}td,th{${make.ruled ? 'border:1px solid #444;' : ''}padding:2px;vertical-align:top}${label}`;
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>`;
}

class Writer {
  private readonly out: string[] = [];
  private rows: string[] = [];
  /** Rows that still stand beside the outer label. */
  private outer: { readonly text: string; readonly from: number } | undefined;

  constructor(private readonly make: SheetMake) {}

  write(rows: readonly Printed[]): string {
    for (const row of rows) this.row(row);
    this.close();
    return this.out.join('\n');
  }

  private row(row: Printed): void {
    if (row.kind !== 'row' || !row.under) this.endOuter();
    switch (row.kind) {
      case 'line':
        return this.outside(row.part ? `<h2>${escaped(row.text)}</h2>` : `<p>${escaped(row.text)}</p>`);
      case 'heading':
        return this.heading(row);
      case 'answer':
        return this.add(td(this.cell(row.cell), COLUMNS));
      case 'row':
        return this.labelled(row);
      case 'columns':
        this.add(row.labels.map((label, at) => th(label, at === 0 ? 2 : 4)).join(''));
        return this.add(row.values.map((value, at) => td(lines(value), at === 0 ? 2 : 4)).join(''));
      case 'table':
        return this.table(row);
    }
  }

  private outside(html: string): void {
    this.close();
    this.out.push(html);
  }

  private heading({ text, flags }: { text: string; flags: readonly Flag[] }): void {
    const isItem = /^\d+\. /.test(text);
    if (isItem && this.make.tables === 'item') this.close();
    if (text !== '') {
      if (isItem && this.make.heads === 'above') this.outside(`<h3>${escaped(text)}</h3>`);
      else this.add(th(text, COLUMNS));
    }
    for (const flag of flags) this.add(td(escaped(`${this.tick(flag.on)} ${flag.label}`), COLUMNS));
  }

  private labelled({ outer, under, label, cell }: Extract<Printed, { kind: 'row' }>): void {
    const { make } = this;
    if (outer !== undefined && make.outer) this.outer = { text: outer, from: this.rows.length };
    else if (outer !== undefined) this.add(th(outer, COLUMNS));
    const beside = this.outer !== undefined && (under || outer !== undefined);
    if (make.texts === 'below' && cell.kind === 'text' && !beside) {
      this.add(th(label, COLUMNS));
      return this.add(td(this.cell(cell), COLUMNS));
    }
    const head = this.label(label, beside ? 1 : 2);
    if (cell.kind === 'choice' && make.options === 'beside')
      return this.add(head + td(lines(this.chosen(cell)), 2) + td(lines(optionsOf(cell)), 2));
    if (cell.kind === 'checks' && make.boxes === 'cells') return this.boxRows(head, cell.parts);
    this.add(head + td(this.cell(cell), 4));
    if (cell.kind === 'choice' && make.options === 'below')
      this.add(this.label('', beside ? 1 : 2) + td(lines(optionsOf(cell)), 4));
  }

  /** Two boxes a row, the label beside all of them. */
  private boxRows(head: string, parts: readonly ChecksPart[]): void {
    const boxes = parts.flatMap((part) => [
      ...(part.title === '' ? [] : [escaped(part.title)]),
      ...part.marks.map((mark) => escaped(this.mark(mark))),
    ]);
    const rows = Math.ceil(boxes.length / 2);
    for (let at = 0; at < rows; at++) {
      const pair = [boxes[at * 2] ?? '', boxes[at * 2 + 1] ?? ''].map((text) => td(text, 2)).join('');
      const span = head.replaceAll('<th', `<th rowspan="${String(rows)}"`);
      this.add((at === 0 ? span : '') + pair);
    }
  }

  private label(text: string, columns: number): string {
    const [, number, name] = /^([①-⑳])(.*)$/.exec(text) ?? [];
    if (this.make.numbered && columns === 2 && number !== undefined && name !== undefined)
      return th(number, 1) + th(name, 1);
    return th(text, columns, columns === 2 ? this.make.label : undefined);
  }

  private cell(cell: Cell): string {
    if (cell.kind === 'text') return lines(cell.text);
    if (cell.kind === 'choice') {
      const options = this.make.options === 'inside' ? `\n${optionsOf(cell)}` : '';
      return lines(this.chosen(cell) + options);
    }
    const between = this.make.boxes === 'line' ? '\n' : '　　';
    const part = ({ title, marks }: ChecksPart): string =>
      (title === '' ? '' : `${title}\n`) + marks.map((mark) => this.mark(mark)).join(between);
    return lines(cell.parts.map(part).join('\n'));
  }

  private chosen({ value, below }: Extract<Cell, { kind: 'choice' }>): string {
    return (value === '' ? '[　　]' : this.make.bracket(value)) + (below === '' ? '' : `\n${below}`);
  }

  private mark({ label, on, text, count }: Mark): string {
    const brackets = text === undefined ? '' : ` （ ${text} ）`;
    return `${this.tick(on)} ${label}${brackets}${count === undefined ? '' : ` （ ${count} ） 件`}`;
  }

  private tick(on: boolean): string {
    return TICKS[this.make.tick][on ? 0 : 1];
  }

  private table({ header, rows }: Extract<Printed, { kind: 'table' }>): void {
    const row = (cells: readonly string[], tag: string): string =>
      `<tr>${cells.map((cell) => `<${tag}>${lines(cell)}</${tag}>`).join('')}</tr>`;
    this.outside(
      `<table ${this.frame()}><thead>${row(header, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
    );
  }

  /** Word processors read the attribute, browsers the style. */
  private frame(): string {
    return this.make.ruled ? 'border="1" cellspacing="0"' : 'border="0"';
  }

  private add(cells: string): void {
    this.rows.push(cells);
  }

  private endOuter(): void {
    if (!this.outer) return;
    const { text, from } = this.outer;
    const span = this.rows.length - from;
    this.rows[from] = `<th rowspan="${String(span)}">${lines(text)}</th>${this.rows[from] ?? ''}`;
    this.outer = undefined;
  }

  private close(): void {
    this.endOuter();
    if (this.rows.length > 0)
      this.out.push(
        `<table ${this.frame()}>${this.rows.map((cells) => `<tr>${cells}</tr>`).join('\n')}</table>`,
      );
    this.rows = [];
  }
}

function optionsOf({ options }: Extract<Cell, { kind: 'choice' }>): string {
  return ['＜選択肢＞', ...options.map((label, at) => `${String(at + 1)}） ${label}`)].join('\n');
}

function th(text: string, columns: number, percent?: number): string {
  const width = percent === undefined ? '' : ` width="${String(percent)}%"`;
  return `<th colspan="${String(columns)}"${width}>${lines(text)}</th>`;
}

function td(html: string, columns: number): string {
  return `<td colspan="${String(columns)}">${html}</td>`;
}

function lines(text: string): string {
  return text.split('\n').map(escaped).join('<br>');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
