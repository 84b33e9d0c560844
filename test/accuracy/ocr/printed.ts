import { attachmentOf, attachmentsOf } from '../../../shared/assessment/items';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import type { Assessment } from '../../../shared/assessment/types';
import { leavesOf, outline, type EntryNode, type Node } from '../../../shared/assessment/walk';
import { formOf } from '../../../shared/forms/catalog';
import { sectionLabel } from '../../../shared/forms/label';
import type { FormItem } from '../../../shared/forms/types';
import { SheetContent } from '../sheets/content';

/** An assessment as it stands on paper, before anybody reads it: the official sheet row by row. */
export type Printed =
  /** A line without a frame: title, stamp, 項目一覧. */
  | { readonly kind: 'line'; readonly text: string; readonly part?: true }
  /** A row over the whole width that only names what follows. */
  | { readonly kind: 'heading'; readonly text: string; readonly flags: readonly Flag[] }
  /** A row over the whole width that answers the heading above it. */
  | { readonly kind: 'answer'; readonly cell: Cell }
  /** `outer`: the cell to the left that spans several rows, on its first row only. */
  | {
      readonly kind: 'row';
      readonly outer?: string;
      readonly under: boolean;
      readonly label: string;
      readonly cell: Cell;
    }
  | { readonly kind: 'columns'; readonly labels: readonly string[]; readonly values: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Flag {
  readonly path: string;
  readonly label: string;
  readonly on: boolean;
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly path: string }
  | {
      readonly kind: 'choice';
      readonly path: string;
      readonly value: string;
      readonly options: readonly string[];
      readonly below: string;
    }
  | { readonly kind: 'checks'; readonly parts: readonly ChecksPart[] };

export interface ChecksPart {
  readonly path: string;
  readonly title: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly label: string;
  readonly on: boolean;
  /** Absent where no brackets for free text are printed. */
  readonly text?: string;
  /** What stands in （ ）件. */
  readonly count?: string;
}

export function printed(assessment: Assessment): readonly Printed[] {
  const printer = new Printer(assessment);
  const nodes = outline(formOf(assessment.form, assessment.edition), assessment);
  const changes = nodes.findLastIndex(({ kind }) => kind === 'section');
  for (const node of nodes.slice(0, changes)) printer.node(node);
  printer.attachments();
  for (const node of nodes.slice(changes)) printer.node(node);
  return printer.rows;
}

type Leaf = Extract<Node, { kind: 'leaf' }>;
type Group = Extract<Node, { kind: 'group' }>;

class Printer {
  readonly rows: Printed[] = [];
  private outer: string | undefined;
  private under = false;

  private readonly content: SheetContent;

  constructor(private readonly assessment: Assessment) {
    this.content = new SheetContent(assessment);
  }

  node(node: Node): void {
    if (node.kind === 'section') this.section(node);
    if (node.kind === 'group') this.group(node);
    if (node.kind === 'leaf') this.leaf(node);
    if (node.kind === 'list' && node.item.type === 'repeat')
      node.entries.forEach((entry, at) => this.entry(node.item, entry, at));
    if (node.kind === 'list' && node.item.type === 'table') this.table(node);
  }

  private section({ section, children }: Extract<Node, { kind: 'section' }>): void {
    const title = section.id === 'cover' ? section.title : sectionLabel(section);
    const note = section.printedNote ? `　${section.printedNote}` : '';
    this.rows.push({ kind: 'line', text: title + note, part: true });
    for (const text of section.entries ?? []) this.rows.push({ kind: 'line', text });
    const below = section.id === 'cover' ? this.cover(children) : children;
    for (const child of below) this.node(child);
  }

  /** Number and name stand side by side. */
  private cover(children: readonly Node[]): readonly Node[] {
    const [number, name, ...rest] = children.filter((node): node is Leaf => node.kind === 'leaf');
    if (!number || !name) return children;
    this.rows.push({
      kind: 'columns',
      labels: [number.item.label, name.item.label],
      values: [this.text(number.path), this.text(name.path)],
    });
    return rest;
  }

  private group({ item, children }: Group): void {
    if (isChecksGroup(children)) return this.checksGroup(item, children as readonly Leaf[]);
    const flags = children.filter(isFlag);
    const rest = children.filter((child) => !isFlag(child));
    const beside = /^(?:[①-⑳]|再)/.test((item.number ?? '') + item.label);
    if (beside) return this.beside(item, rest);
    if (item.label !== '')
      this.rows.push({
        kind: 'heading',
        text: headingOf(item),
        flags: flags.map(({ item: { label }, path }) => ({
          path: this.at(path),
          label,
          on: this.content.value(path) === true,
        })),
      });
    for (const child of rest) this.node(child);
  }

  /** ④使用の主体 and 再委託: one cell to the left of several rows. */
  private beside(item: FormItem, children: readonly Node[]): void {
    this.outer = headingOf(item);
    for (const child of children) this.node(child);
    this.outer = undefined;
    this.under = false;
  }

  private checksGroup(item: FormItem, children: readonly Leaf[]): void {
    const parts = children.map((child) => this.checksPart(child, true));
    this.row(headingOf(item), { kind: 'checks', parts });
  }

  private row(label: string, cell: Cell): void {
    const outer = this.outer === undefined ? {} : { outer: this.outer };
    this.rows.push({ kind: 'row', ...outer, under: this.under, label, cell });
    if (this.outer !== undefined) this.under = true;
    this.outer = undefined;
  }

  private entry(item: FormItem, entry: EntryNode, at: number): void {
    const { label, name, rest } = this.content.entry(item, entry);
    const group = item.pageGroups?.[at];
    if (at > 0 && group !== undefined) this.rows.push({ kind: 'heading', text: group, flags: [] });
    if (name) this.row(label, { kind: 'text', text: this.text(name.path), path: this.at(name.path) });
    else this.rows.push({ kind: 'heading', text: label, flags: [] });
    for (const child of rest) this.node(child);
  }

  private leaf({ item, path, children }: Leaf): void {
    if (item.id === 'cover.form_edition') this.rows.push({ kind: 'line', text: item.default ?? '' });
    else if (item.type === 'flag')
      this.rows.push({
        kind: 'heading',
        text: '',
        flags: [{ path: this.at(path), label: item.label, on: this.content.value(path) === true }],
      });
    else if (item.type === 'image' || item.type === 'count') return;
    else if (isAnswered(item)) this.answer(item, path);
    else this.row(headingOf(item), this.cell(item, path, children));
    for (const child of children) if (!isFramed(child)) this.node(child);
  }

  private answer(item: FormItem, path: string): void {
    this.rows.push({ kind: 'heading', text: headingOf(item), flags: [] });
    this.rows.push({ kind: 'answer', cell: this.cell(item, path, []) });
  }

  private cell(item: FormItem, path: string, children: readonly Node[]): Cell {
    if (item.type === 'choice') return this.choice(item, path, children);
    if (item.type === 'checks')
      return {
        kind: 'checks',
        parts: [this.checksPart({ kind: 'leaf', key: path, path, item, children: [] }, false)],
      };
    const text = this.text(path) || (item.fixed ? (item.default ?? '') : '');
    return { kind: 'text', text: text + (text === '' ? '' : (item.suffix ?? '')), path: this.at(path) };
  }

  private choice(item: FormItem, path: string, children: readonly Node[]): Cell {
    const count =
      item.id.endsWith('.has') && `${item.id.slice(0, -4)}.count` in this.counts()
        ? `（ ${this.text(path.replace(/\.has$/, '.count'))} ）　件`
        : '';
    const framed = children.filter(isFramed).map((child) => this.framed(child as Leaf));
    const value = this.content.value(path);
    return {
      kind: 'choice',
      path: this.at(path),
      value: typeof value === 'string' ? value : '',
      options: (item.options ?? []).map(({ label }) => label),
      below: [count, ...framed].filter(Boolean).join('　'),
    };
  }

  private framed({ item, path }: Leaf): string {
    return `${item.prefix ?? ''}${this.text(path)}${item.suffix ?? ''}`;
  }

  private counts(): Readonly<Record<string, true>> {
    const form = formOf(this.assessment.form, this.assessment.edition);
    const all = leavesOf(outline(form, this.assessment)).filter(({ item }) => item.type === 'count');
    return Object.fromEntries(all.map(({ item }) => [item.id, true]));
  }

  private checksPart({ item, path }: Leaf, titled: boolean): ChecksPart {
    const marks = this.content
      .options(path, item)
      .map(({ isTicked, ...option }): Mark => ({ ...option, on: isTicked }));
    return { path: this.at(path), title: titled ? item.label : '', marks };
  }

  private table(node: Extract<Node, { kind: 'list' }>): void {
    const { header, rows } = this.content.table(node);
    this.rows.push({ kind: 'table', header, rows });
  }

  /** 別紙 stand before 変更箇所, which is the last part. */
  attachments(): void {
    for (const id of attachmentsOf(this.assessment)) {
      const { title, rows } = attachmentOf(this.assessment, id);
      const [header = [], ...body] = rows;
      this.rows.push({ kind: 'line', text: title, part: true }, { kind: 'table', header, rows: body });
    }
  }

  private at(path: string): string {
    return toOrdinals(this.assessment, path);
  }

  private text(path: string): string {
    return this.content.text(path);
  }
}

function headingOf(item: FormItem): string {
  const number = item.number ?? '';
  const space = /^\d+\.$/.test(number) || number.startsWith('リスク') ? ' ' : '';
  return number + space + item.label + (item.mark ? '　※' : '');
}

/** Long texts under a heading over the whole width. */
function isAnswered(item: FormItem): boolean {
  if (item.type === 'choice' || item.type === 'checks') return false;
  return (
    /^\d+\.$/.test(item.number ?? '') ||
    item.id.endsWith('.other_risks') ||
    /^cover\.(?:declaration|agency|publish_date|approval_date)$/.test(item.id)
  );
}

function isFlag(node: Node): node is Leaf {
  return node.kind === 'leaf' && node.item.type === 'flag';
}

/** （手数料額、納付方法：…） stands in the cell of its parent. */
function isFramed(node: Node): boolean {
  return node.kind === 'leaf' && node.item.prefix !== undefined && node.item.type === 'longtext';
}

function isChecksGroup(children: readonly Node[]): boolean {
  return (
    children.length > 1 && children.every((child) => child.kind === 'leaf' && child.item.type === 'checks')
  );
}
