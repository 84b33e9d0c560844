import type { Role } from './roleNames';

/**
 * A 様式 (official form) as data. The JSON files of `resources/forms` hold these shapes; nothing
 * about a single item is written in code.
 */

export type FormId = 'form2' | 'form3' | 'form4';

/** 版: the wording of the stamp on the cover, e.g. `令和6年10月`. */
export type Edition = string;

/** Address of an item in the form, without instances: `II.4.items.m3`. */
export type ItemId = string;

export type LeafType = 'text' | 'longtext' | 'date' | 'count' | 'choice' | 'checks' | 'flag' | 'image';
export type ItemType = LeafType | 'group' | 'repeat' | 'table';

/** When an item applies (`visible`) or must be answered (`required`). `note`: only a person knows. */
export type Condition =
  | { readonly item: ItemId; readonly is: string | boolean }
  | { readonly item: ItemId; readonly isNot: string }
  | { readonly item: ItemId; readonly includes: string }
  | { readonly note: string };

/** 義務の区分: none, 基礎項目評価, that and 重点項目評価, or that and 全項目評価. */
export type Duty = 'none' | 'basic' | 'focused' | 'full';

export type SubmissionTime = 'before' | 'after';

/** What an option says of the facts of しきい値判断 and of 変更箇所, so that no code compares its wording. */
export type OptionMeaning =
  /** A class of a number: at least `atLeast` and less than `below`, as far as they are there. */
  | { readonly atLeast?: number; readonly below?: number }
  | { readonly yes: boolean }
  | { readonly duty: Duty }
  /** 提出時期 of a change: before it is made (事前) or afterwards (事後). */
  | { readonly submitted: SubmissionTime };

export interface FormOption {
  readonly label: string;
  /** The number printed before the option in ＜選択肢＞. */
  readonly n?: number;
  /** The option is followed by brackets for free text: その他（　　）. */
  readonly withText?: boolean;
  /** Excludes all other options of the item (行っていない). */
  readonly exclusive?: boolean;
  /** Options of one slot are wordings of the same printed place (4情報 / 5情報). */
  readonly slot?: string;
  /** The item that holds the number printed behind this option: （ ）件. */
  readonly countItem?: ItemId;
  /** The item that this option speaks of; an item that `restates` takes options and answer from it. */
  readonly names?: ItemId;
  /** Of a 再掲 item: not printed, unless the item that is named has it. */
  readonly restatedOnly?: true;
  readonly meaning?: OptionMeaning;
}

export interface FormItem {
  readonly id: ItemId;
  /** Printed number: `1.`, `①`, `リスク１：`. Absent where none is printed. */
  readonly number?: string;
  readonly label: string;
  readonly type: ItemType;
  /** ※ is printed at this very heading. */
  readonly mark?: boolean;
  /** A change of this item can be a 重要な変更 (its own ※ or that of the part around it). */
  readonly reeval?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Most entries on the official sheet; real documents may hold more. */
  readonly max?: number;
  /** `委託事項{n}` */
  readonly itemLabel?: string;
  readonly pageGroups?: readonly string[];
  /** Printed text that is not an input; `default` is what is there. */
  readonly fixed?: boolean;
  readonly default?: string;
  /** Several printed headings that share this group. */
  readonly labels?: readonly string[];
  readonly printedNote?: string;
  readonly visible?: Condition;
  readonly required?: Condition;
  /** Of a 再掲 item all options that it can have; which of them it has now, `optionsNow` says. */
  readonly options?: readonly FormOption[];
  /** 再掲: the choice whose option `names` the item that is answered here once more. */
  readonly restates?: ItemId;
  readonly roles?: readonly Role[];
  /** Where wording and rules of the item are known from, in words; 記憶: not seen in any source. */
  readonly source?: string;
  readonly children?: readonly FormItem[];
}

export interface FormSection {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  /** What the section is called where its title is too long: 表紙. */
  readonly shortTitle?: string;
  readonly roles?: readonly Role[];
  /** `file`: printed once for each 特定個人情報ファイル. */
  readonly repeat?: 'file';
  readonly mark?: boolean;
  readonly markExcept?: readonly ItemId[];
  readonly printedNote?: string;
  /** Lines of 項目一覧. */
  readonly entries?: readonly string[];
  /** Where the section is known from, in words. */
  readonly source?: string;
  readonly items: readonly FormItem[];
}

export interface Form {
  readonly id: FormId;
  /** `様式３` */
  readonly number: string;
  /** `重点項目評価書` */
  readonly name: string;
  readonly edition: Edition;
  /** As printed on the cover: `[令和6年10月　様式３]` */
  readonly stamp: string;
  /** Which option of a slot this edition prints when nothing is selected. */
  readonly slots: Readonly<Record<string, string>>;
  readonly sections: readonly FormSection[];
}

/** One step from the base form to another edition. `id` of a section removes the whole section. */
export type EditionChange =
  | { readonly item: ItemId; readonly remove: true }
  | { readonly item: ItemId; readonly set: Partial<Omit<FormItem, 'id' | 'children' | 'type'>> }
  | { readonly after: ItemId; readonly insert: FormItem };

export interface EditionFile {
  readonly form: FormId;
  readonly edition: Edition;
  readonly stamp: string;
  readonly slots?: Readonly<Record<string, string>>;
  /** `false`: nobody has seen the edition; its documents open, but no new ones are made in it. */
  readonly offered?: false;
  readonly source: string;
  readonly note: string;
  readonly changes: readonly EditionChange[];
}

/**
 * Which items of two forms ask the same. A pair speaks for everything below its items; a longer id goes before a
 * shorter one.
 */
export interface MappingFile {
  readonly from: FormId;
  readonly to: FormId;
  /** Where the correspondence is taken from. */
  readonly source: string;
  readonly pairs: Readonly<Record<ItemId, ItemId>>;
  /** Items inside a list whose texts are gathered in one item of the other form, one a line; not the way back. */
  readonly gather: Readonly<Record<ItemId, ItemId>>;
}
