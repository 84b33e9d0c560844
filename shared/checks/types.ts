import type { HeadingReader } from '../headings/reading';
import type { Edit } from '../assessment/edit';
import type { Path } from '../assessment/path';
import type { Assessment, Value } from '../assessment/types';
import type { EntryNode, Node } from '../assessment/walk';
import type { Form, FormId, FormItem, ItemId } from '../forms/types';
import type { Knowledge } from './facts/knowledge';
import type { ChangeColumn } from '../forms/changeTable';

/** 誤り: contradicts the form or the law. 注意: very likely to need a change. 参考: good to know. */
export type Severity = 'error' | 'warning' | 'notice';

export type Params = Readonly<Record<string, string | number>>;

/** The words a finding is about, in UTF-16 units; `within` names a text inside the value, as in a search. */
export interface Span {
  readonly within?: string;
  readonly from: number;
  readonly to: number;
}

/** A result of the 点検. Its sentence is the key `rules.<rule>` of the `checks` locale files, with `params`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The item (or entry) it is about. */
  readonly path: Path;
  readonly params: Params;
  readonly span?: Span;
  /** What may safely be put in the place of the words at `span`. */
  readonly replacement?: string;
}

/** What a probe reports; the engine adds the rule, and its severity where the hit has none of its own. */
export type Hit = Omit<Finding, 'rule' | 'severity' | 'params'> & {
  readonly severity?: Severity;
  readonly params?: Params;
};

type Leaf = Extract<Node, { kind: 'leaf' }>;
type ListNode = Extract<Node, { kind: 'list' }>;

/** One assessment with its look-ups. Structure is shared between states that have the same entries. */
export interface View {
  readonly form: Form;
  readonly assessment: Assessment;
  readonly nodes: readonly Node[];
  readonly leaves: readonly Leaf[];
  readonly byItem: ReadonlyMap<ItemId, readonly Leaf[]>;
  readonly lists: ReadonlyMap<ItemId, readonly ListNode[]>;
  readonly leafAt: ReadonlyMap<Path, Leaf>;
  /** Position in the order of the paper. */
  readonly order: ReadonlyMap<Path, number>;
}

/** What the office has set down about itself once. */
export interface AgencyProfile {
  /** ○○市, without the organ. */
  readonly name: string;
  /** 評価実施機関名: ○○市長. */
  readonly organ?: string;
  readonly prefecture?: string;
  /** Present names of departments. */
  readonly departments?: readonly string[];
  readonly formerNames?: readonly { readonly old: string; readonly new: string }[];
  /** How an item without an answer is marked: －, なし. */
  readonly noneMark?: string;
  readonly kind?: 'local' | 'national';
}

/** Another assessment of the same agency. */
export interface OtherAssessment {
  /** What people call it. */
  readonly title: string;
  readonly assessment: Assessment;
}

/** The edition that was published last, and which items differ from it. */
export interface PreviousYear {
  readonly assessment: Assessment;
  /** The day it was published, as 20251001, where known. */
  readonly publishedOn?: number;
}

export type Status = 'draft' | 'submitted' | 'published';

/** Everything a 点検 may rest on. What is absent is not checked, and is listed as such. */
export interface CheckInput {
  readonly assessment: Assessment;
  /** 基準日 as 20241001: today for a draft, its 公表日 for a published revision. */
  readonly referenceDate: number;
  readonly status?: Status;
  readonly agency?: AgencyProfile;
  readonly previous?: PreviousYear;
  /** 様式２ of a 様式３・４, or the 様式３・４ of a 様式２. */
  readonly partner?: Assessment;
  readonly others?: readonly OtherAssessment[];
  readonly readHeading?: HeadingReader;
  readonly knowledge?: Knowledge;
  /** Ask for every blank item, also in parts that are hardly begun. */
  readonly wholeDocument?: boolean;
}

/** What a rule may be silent without. */
export type Need = 'agency' | 'previous' | 'partner' | 'others' | 'readHeading';

/** What rules read: the input with its look-ups. */
export interface Subject extends View {
  readonly input: CheckInput;
  readonly referenceDate: number;
  readonly knowledge: Knowledge;
  readonly partner?: View;
  readonly previous?: View;
  readonly others: readonly (OtherAssessment & { readonly view: View })[];
  /** Sections (with the file in brackets) that are written far enough to ask for what is blank. */
  readonly begun: ReadonlySet<string>;
  /** Rows of 変更箇所 that belong to this round, in the order of the table. */
  readonly rows: readonly ChangeRow[];
  /** The item id of that table, and the `after` cells of its rows. */
  readonly changeTable: ItemId | undefined;
  readonly currentCells: ReadonlySet<Path>;
}

/** A row of 変更箇所 of this round; `date` is taken from the row above where cells were merged. */
export interface ChangeRow {
  readonly node: EntryNode;
  readonly path: Path;
  readonly date: string;
  readonly cells: Readonly<Record<ChangeColumn, string>>;
  /** Where each cell stands. */
  readonly paths: Readonly<Record<ChangeColumn, Path>>;
}

/** One text of the document. */
export interface TextUnit {
  readonly path: Path;
  readonly within?: string;
  readonly text: string;
  /** The text with full-width letters, digits and signs narrowed, character by character. */
  readonly plain: string;
  /** `row`: what this round's rows of 変更箇所 say now. Older rows and what stood before are history and no unit. */
  readonly zone: 'body' | 'attachment' | 'row';
  /** Absent for a 別紙. */
  readonly item?: FormItem;
}

/** A role or an item id that a probe reads; `*` for any value. */
export type Reference = string;

/** What a rule needs to know of a document, so that a keystroke runs only what it touches. */
export type Probe =
  | {
      readonly kind: 'items';
      /** Roles or item ids whose change can change the result; `*` for any value. */
      readonly reads: readonly Reference[];
      readonly find: (subject: Subject) => readonly Hit[];
    }
  | {
      readonly kind: 'text';
      /** What else than the text itself the result depends on. */
      readonly reads?: readonly Reference[];
      readonly find: (unit: TextUnit, subject: Subject) => readonly Hit[];
    }
  | {
      readonly kind: 'survey';
      readonly reads?: readonly Reference[];
      /** What one text contributes; undefined for nothing. */
      readonly collect: (unit: TextUnit, subject: Subject) => unknown;
      readonly conclude: (contributions: readonly Contribution[], subject: Subject) => readonly Hit[];
    };

export interface Contribution {
  readonly unit: TextUnit;
  readonly value: unknown;
}

/** Why a rule holds: a key of `grounds` in the locale files. */
export type Ground = string;

/** One rule of the 点検. Adding a rule is adding an entry, its sentences and its two cases. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly forms?: readonly FormId[];
  /** The first edition it applies to, as a month: 202410. */
  readonly fromEdition?: number;
  readonly ground: Ground;
  /** Ids under which earlier versions reported the same. */
  readonly aliases?: readonly string[];
  /** Raised when its condition changes, so that an acceptance of the old one ends. */
  readonly version?: number;
  readonly needs?: readonly Need[];
  readonly probe: Probe;
  /** Findings can carry a `replacement`. */
  readonly replaces?: true;
  /** A safe correction; the words at `span` are replaced by `replacement` where this is absent. */
  readonly fix?: (subject: Subject, finding: Finding) => Edit | undefined;
}

export type { Leaf, ListNode, Value };
