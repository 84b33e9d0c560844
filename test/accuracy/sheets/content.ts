import type { Assessment, Checks, Value } from '../../../shared/assessment/types';
import { leavesOf, type EntryNode, type Node } from '../../../shared/assessment/walk';
import type { FormItem, FormOption } from '../../../shared/forms/types';

type Leaf = Extract<Node, { kind: 'leaf' }>;

/** An option as the sheet prints it. */
export interface PrintedOption {
  readonly label: string;
  readonly isTicked: boolean;
  /** Absent where no brackets for free text are printed. */
  readonly text?: string;
  /** What is in （ ）件; absent where the option has no count. */
  readonly count?: string;
}

/** The heading of an entry: `委託事項1` with the item of its name, where entries have one, and the other items. */
export interface PrintedEntry {
  readonly label: string;
  readonly name: Leaf | undefined;
  readonly rest: readonly Node[];
}

/** The table of 変更箇所. */
export interface PrintedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * What the official sheet prints of an assessment. Every helper that writes a sheet in a manner of its own (as a text
 * recogniser, as text out of a PDF, drawn on pages, as a table of another program) takes the content from here.
 */
export class SheetContent {
  constructor(private readonly assessment: Assessment) {}

  value(path: string): Value | undefined {
    return this.assessment.values[path];
  }

  /** A text or number in words; '' for anything else, and where the item is blank. */
  text(path: string): string {
    const value = this.value(path);
    return value === undefined || typeof value === 'object' ? '' : String(value);
  }

  /** The options of a check item, those of several wordings that are printed. */
  options(path: string, item: FormItem): readonly PrintedOption[] {
    const value = this.value(path) as Checks | undefined;
    return (item.options ?? [])
      .filter((option) => isPrinted(option, item, value))
      .map((option) => this.option(path, option, value));
  }

  entry(item: FormItem, { ordinal, children }: EntryNode): PrintedEntry {
    const label = (item.itemLabel ?? '').replace('{n}', String(ordinal));
    const [first, ...rest] = children;
    const isName = first?.kind === 'leaf' && first.item.id === `${item.id}.name`;
    return isName ? { label, name: first, rest } : { label, name: undefined, rest: children };
  }

  table({ item, entries }: Extract<Node, { kind: 'list' }>): PrintedTable {
    return {
      header: (item.children ?? []).map(({ label }) => label),
      rows: entries.map(({ children }) => leavesOf(children).map(({ path }) => this.text(path))),
    };
  }

  private option(path: string, option: FormOption, value: Checks | undefined): PrintedOption {
    const { label, withText, countItem } = option;
    return {
      label,
      isTicked: value?.selected.includes(label) === true,
      ...(withText ? { text: value?.texts[label] ?? '' } : {}),
      ...(countItem === undefined ? {} : { count: this.text(siblingOf(path, countItem)) }),
    };
  }
}

/** The path of another item of the same entry. */
function siblingOf(path: string, id: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1) + id.slice(id.lastIndexOf('.') + 1);
}

/** Of several wordings of one option the sheet prints the chosen one, else the first. */
function isPrinted(option: FormOption, item: FormItem, value: Checks | undefined): boolean {
  if (option.slot === undefined) return true;
  const wordings = (item.options ?? []).filter(({ slot }) => slot === option.slot);
  return (wordings.find(({ label }) => value?.selected.includes(label)) ?? wordings[0]) === option;
}
