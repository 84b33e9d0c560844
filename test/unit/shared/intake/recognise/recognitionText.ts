import { attachmentsOf } from '../../../../../shared/assessment/items';
import { toOrdinals } from '../../../../../shared/assessment/ordinals';
import type { Assessment } from '../../../../../shared/assessment/types';
import { outline, type EntryNode, type Node } from '../../../../../shared/assessment/walk';
import { formOf } from '../../../../../shared/forms/catalog';
import { sectionLabel } from '../../../../../shared/forms/label';
import type { FormItem } from '../../../../../shared/forms/types';
import { SheetContent, type PrintedOption } from '../../../../accuracy/sheets/content';

/** How text recognition writes what it saw; each is a habit seen in real output. */
export interface Habits {
  readonly ticks: 'circles' | 'spaced' | 'letters' | 'inputs' | 'boxes';
  readonly options: 'marked' | 'entities' | 'unmarked' | 'rows' | 'none';
  readonly width: 'full' | 'half';
  /** Values of several lines leave their table and follow as paragraphs. */
  readonly spill: boolean;
  /** Headings of groups are repeated where a page begins. */
  readonly pages: boolean;
  /** Numbers before headings are lost. */
  readonly numbers: boolean;
  /** Rows whose heading (by item id) is lost. */
  readonly lose?: (path: string) => boolean;
  /** Print 委託事項2～5 and the other groups of the official sheet. */
  readonly groups: boolean;
}

export const PLAIN: Habits = {
  ticks: 'circles',
  options: 'marked',
  width: 'half',
  spill: false,
  pages: false,
  numbers: true,
  groups: true,
};

/** The assessment as text recognition of its printed copy would write it: lines, tabs, HTML. */
export function recognitionText(assessment: Assessment, habits: Habits): string {
  const form = formOf(assessment.form, assessment.edition);
  const writer = new Writer(assessment, habits);
  for (const node of outline(form, assessment)) writer.node(node);
  if (attachmentsOf(assessment).length > 0) throw new Error('別紙 are not written');
  return writer.lines.join('\n');
}

class Writer {
  readonly lines: string[] = [];
  private readonly content: SheetContent;

  constructor(
    private readonly assessment: Assessment,
    private readonly habits: Habits,
  ) {
    this.content = new SheetContent(assessment);
  }

  node(node: Node): void {
    if (node.kind === 'section') this.section(node);
    if (node.kind === 'group') this.group(node);
    if (node.kind === 'leaf') this.leaf(node);
    if (node.kind === 'list' && node.item.type === 'repeat')
      node.entries.forEach((entry) => this.entry(node.item, entry));
    if (node.kind === 'list' && node.item.type === 'table') this.table(node);
  }

  private section({ section, children }: Extract<Node, { kind: 'section' }>): void {
    if (section.id === 'cover') this.lines.push('', this.wide(section.title));
    else
      this.lines.push(
        '',
        this.wide(sectionLabel(section)) + (section.printedNote ? ` ${section.printedNote}` : ''),
      );
    this.lines.push(...(section.entries ?? []).map((line) => this.wide(line)));
    for (const child of children) this.node(child);
  }

  private group({ item, children }: Extract<Node, { kind: 'group' }>): void {
    if (item.label !== '') this.lines.push('', this.heading(item) + (this.habits.pages ? '\t' : ''));
    for (const child of children) this.node(child);
  }

  private entry(item: FormItem, entry: EntryNode): void {
    const { label, name, rest } = this.content.entry(item, entry);
    if (this.habits.groups && entry.ordinal === 2) this.lines.push(`${item.pageGroups?.[1] ?? ''}\t`);
    this.lines.push('', `${this.wide(label)}\t${name ? this.text(name.path) : ''}`);
    for (const child of rest) this.node(child);
  }

  private leaf({ item, path, children }: Extract<Node, { kind: 'leaf' }>): void {
    if (item.id === 'cover.form_edition') this.lines.push(this.wide(item.default ?? ''), '');
    else if (item.type === 'count') this.count(path);
    else if (item.prefix !== undefined && item.type === 'longtext')
      this.lines.push(`\t${item.prefix}${this.text(path)}${item.suffix ?? ''}`);
    else if (item.type === 'flag')
      this.lines.push(`${this.tick(this.content.value(path) === true)} ${item.label}`);
    else this.row(item, path);
    for (const child of children) this.node(child);
  }

  private row(item: FormItem, path: string): void {
    const lost = this.habits.lose?.(toOrdinals(this.assessment, path)) === true;
    const heading = lost ? '' : this.heading(item);
    if (item.type === 'choice') this.choice(item, path, heading);
    else if (item.type === 'checks') this.lines.push(`${heading}\t${this.checks(item, path)}`);
    else
      this.longText(
        heading,
        this.text(path) + (item.suffix ?? '') || (item.fixed ? (item.default ?? '') : ''),
      );
  }

  private longText(heading: string, text: string): void {
    const lines = text.split('\n');
    if (this.habits.spill && lines.length > 1 && heading !== '')
      this.lines.push(`${heading}\t`, '', ...lines, '');
    else
      this.lines.push(
        `${heading}\t${lines.length > 1 ? lines.map((line) => `<p>${escaped(line)}</p>`).join(' ') : escaped(text)}`,
      );
  }

  private choice(item: FormItem, path: string, heading: string): void {
    const value = this.content.value(path);
    const said = `[${typeof value === 'string' ? this.wide(value) : ''}]`;
    const listed = (item.options ?? []).map(
      (option, at) => `${String(option.n ?? at + 1)}) ${this.wide(option.label)}`,
    );
    const mark =
      this.habits.options === 'entities'
        ? '&lt;選択肢&gt;'
        : this.habits.options === 'marked'
          ? '＜選択肢＞'
          : '';
    if (this.habits.options === 'none') this.lines.push(`${heading}\t${said}`);
    else if (this.habits.options === 'rows')
      this.lines.push(`${heading}\t${said}\t<選択肢>`, ...listed.map((option) => `\t${option}`));
    else this.lines.push(`${heading}\t${said} ${mark} ${listed.join(' ')}`);
  }

  private checks(item: FormItem, path: string): string {
    return this.content
      .options(path, item)
      .map((option) => `${this.tick(option.isTicked)} ${this.wide(option.label)}${behind(option)}`)
      .join(' ');
  }

  private count(path: string): void {
    const printed = path.endsWith('.count');
    if (printed) this.lines.push(`\t( ${this.text(path)} ) 件`);
  }

  private table(node: Extract<Node, { kind: 'list' }>): void {
    const { header: labels, rows } = this.content.table(node);
    const header = labels.join('\t');
    this.lines.push('', header);
    rows.forEach((row, at) => {
      if (at > 0 && at % 4 === 0) this.lines.push('', header);
      this.lines.push(row.map(escaped).join('\t'));
    });
  }

  private heading(item: FormItem): string {
    const number = this.habits.numbers || /^\d/.test(item.number ?? '') ? (item.number ?? '') : '';
    const space = number.endsWith('.') ? ' ' : '';
    return this.wide(number + space + item.label) + (item.mark ? ' ※' : '');
  }

  private wide(text: string): string {
    if (this.habits.width === 'full') return text;
    return text
      .replace(/[０-９（）：．]/g, (character) => character.normalize('NFKC'))
      .replace(/[ⅠⅡⅢⅣⅤⅥ]/g, (roman) => roman.normalize('NFKC'));
  }

  private tick(on: boolean): string {
    if (this.habits.ticks === 'inputs') return on ? '[<input checked="" type="checkbox"/>]' : '[]';
    if (this.habits.ticks === 'boxes') return `<input ${on ? 'checked="" ' : ''}type="checkbox"/>`;
    if (this.habits.ticks === 'spaced') return on ? '[ ○ ]' : '[　　]';
    return on ? (this.habits.ticks === 'letters' ? '[O]' : '[〇]') : '[ ]';
  }

  private text(path: string): string {
    return this.content.text(path);
  }
}

/** The count or the brackets behind an option. */
function behind({ text, count }: PrintedOption): string {
  if (count !== undefined) return ` ( ${count} ) 件`;
  return text === undefined ? '' : ` (${text})`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;');
}
