import type { ImageRef } from '../../assessment/types';
import type { Path } from '../../assessment/path';

/**
 * The print model: an assessment as it is on paper, pure data. Every decision about wording, order,
 * numbering, spans, shading and proportions is made here; the writers of Word, HTML and Excel only
 * translate. Lengths are in twips (1/20 pt), the unit that Word keeps exactly.
 */
export interface PrintDocument {
  /** 評価書名 as it is in the header and in the properties of the file. */
  readonly title: string;
  /** `全項目評価書` */
  readonly formName: string;
  readonly agency: string;
  readonly sections: readonly PrintSection[];
  readonly comments: readonly PrintComment[];
}

/** One part of the form: begins a page, is a sheet in Excel. */
export interface PrintSection {
  /** Key of the part in the outline of the document: `cover`, `II[k3f9]`, `annex3`. */
  readonly key: string;
  /** `Ⅱ 特定個人情報ファイルの概要`: unique in the document, for bookmarks and sheets. */
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Follows on the page of the part before it: a part of a single short row (しきい値判断結果). */
  readonly follows?: true;
  readonly blocks: readonly PrintBlock[];
}

export type PrintBlock = HeadingBlock | Line | TableBlock;

/**
 * `title` the name of the form on the cover, `part` Ⅰ 基本情報, `item` １．…, `risk` リスク１：…
 * Headings are never inside a table, so that Word's navigation pane and PDF bookmarks show them.
 */
export type HeadingRole = 'title' | 'part' | 'item' | 'risk';

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly role: HeadingRole;
  readonly runs: readonly Run[];
  readonly mark?: Tracked;
}

/** A tracked change of a whole paragraph (of its end), row or picture: it was added, or removed. */
export type Tracked = 'inserted' | 'deleted';

export interface TableBlock {
  readonly kind: 'table';
  /** What it holds, for readers who cannot see it. */
  readonly label: string;
  /** Width of each column of the grid. */
  readonly columns: readonly Twips[];
  readonly rows: readonly Row[];
}

export type Twips = number;

export interface Row {
  readonly cells: readonly Cell[];
  /** Columns at the left that a cell of a row above covers. */
  readonly covered?: number;
  /** Repeats at the top of each page. */
  readonly header?: true;
  /** Long enough that it may be broken by the end of a page. */
  readonly breakable?: true;
  /** Its cells begin at the top; elsewhere they are in the middle of the row. */
  readonly fromTop?: true;
  /** Stays on the page of the row that follows. */
  readonly keepNext?: true;
  /** Room that the row takes even where its text is short. */
  readonly minHeight?: Twips;
  readonly mark?: Tracked;
}

/**
 * `label` a shaded heading of an item, `band` a shaded line that names what follows (システム1), `head` a
 * heading of a column, `value` what the office writes, `options` the ＜選択肢＞ of the value left of it.
 */
export type CellRole = 'label' | 'band' | 'head' | 'value' | 'options';

export interface Cell {
  readonly role: CellRole;
  /** Columns of the grid that it covers; a cell that covers several rows is in the first only. */
  readonly span: number;
  readonly rowSpan?: number;
  readonly vertical?: true;
  readonly content: readonly CellContent[];
  /** No line between this cell and the one right of it (a value and its ＜選択肢＞). */
  readonly openEnd?: true;
  /** No line between this cell and the one above or below it: together they look like one. */
  readonly openAbove?: true;
  readonly openBelow?: true;
  /** The items whose values are in the cell; a click leads to the first. */
  readonly paths?: readonly Path[];
  /** The options of a choice: drop-down list in Excel. */
  readonly options?: readonly string[];
}

export type CellContent = Line | PictureBlock;

/**
 * `text` written by the office, one line of it; `label`, `band`, `head` wording of the form; `bracket` [　十分である　];
 * `check` [○] …; `option` ＜選択肢＞ and its options; `note` small print; `stamp` the edition on the cover;
 * `center` values that are in the middle; `end` at the right edge; `entry` a line of 項目一覧.
 */
export type LineRole =
  | 'text'
  | 'label'
  | 'band'
  | 'head'
  | 'bracket'
  | 'check'
  | 'option'
  | 'note'
  | 'stamp'
  | 'center'
  | 'end'
  | 'entry';

/** One paragraph. The parts after the first begin at the stops. */
export interface Line {
  readonly kind: 'line';
  readonly role: LineRole;
  readonly parts: readonly (readonly Run[])[];
  /** Where the parts after the first begin, from the left edge of the text. */
  readonly stops?: readonly Twips[];
  /** All its stops were added or removed. */
  readonly stopMark?: Tracked;
  /** Its end is tracked: rejecting or accepting it decides whether the line joins the next one. */
  readonly mark?: Tracked;
}

export interface PictureBlock {
  readonly kind: 'picture';
  readonly image: ImageRef;
  readonly mark?: Tracked;
}

/** A text without a line break. */
export interface Run {
  readonly text: string;
  /** Tracked change, a passage that is not made public, one that a person must look at, or words that differ. */
  readonly mark?: Tracked | 'withheld' | 'review' | 'differs';
  /** Ids of the comments that are at this run. */
  readonly comments?: readonly number[];
}

export interface PrintComment {
  /** From 0, in the order of the document. */
  readonly id: number;
  readonly author: string;
  /** ISO 8601, as the file format wants it. */
  readonly date: string;
  readonly text: string;
}
