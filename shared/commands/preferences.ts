import type { Duty } from '../forms/types';

/** Preferences of the person at this PC. */
export interface Settings {
  readonly language: 'ja' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  /** Size of all text in percent. */
  readonly textSize: number;
  /** Name shown in the edit history and in locks; empty: the name of the account on this PC. */
  readonly userName: string;
  /** 部署 of that person. */
  readonly department: string;
  /** 評価実施機関名 for new assessments. */
  readonly agency: string;
  /** Folder for new documents, absolute; empty: a folder of the program's name among the person's documents. */
  readonly workspace: string;
  /** Between the headings in 項目 of the 変更箇所, where the document's own rows show none. */
  readonly separator: string;
  /** The agency's own rule: the assessment that is made where the law asks for this one or less. */
  readonly ownRule: Readonly<Record<Duty, Duty>>;
}

/** Without a rule of its own the agency makes what the law asks for. */
export const NO_OWN_RULE: Settings['ownRule'] = {
  none: 'none',
  basic: 'basic',
  focused: 'focused',
  full: 'full',
};

/** What may be between the headings in 項目. */
export const SEPARATORS = { space: '\u3000', dash: '－', bar: 'ー', newline: '\n' } as const;

/** What holds until a person chooses. Apart from the schema: a window needs this before its first picture, and no schema. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'ja',
  theme: 'system',
  textSize: 100,
  userName: '',
  department: '',
  agency: '',
  workspace: '',
  separator: SEPARATORS.space,
  ownRule: NO_OWN_RULE,
};
