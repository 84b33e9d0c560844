import type { HyokaDocument } from '../../shared/assessment/document';
import type { ReadNotice } from '../../shared/assessment/source';
import type { Finding } from '../../shared/checks/types';
import type { CommandError } from '../../shared/commands/result';
import type { SourceDocument } from '../../shared/intake/blocks';
import type { ReadOptions, SourceRead } from '../intake/read';
import type { CliKey, Language } from '../locale';
import type { LedgerFacts } from '../office/facts';
import type { OptionName } from './options';

/** What a verb may use of its environment. */
export interface CliTools {
  /** Prints a line of JSON or text on stdout. */
  readonly print: (text: string) => void;
  /** Prints a sentence on stderr, in the requested language. */
  readonly report: (key: CliKey, params?: Readonly<Record<string, string | number>>) => void;
  /** Prints a finished sentence on stderr. */
  readonly printError: (text: string) => void;
  /** Prints on stderr what the reader of a source left out or could not read. */
  readonly warn: (notice: ReadNotice) => void;
  /** The sentence of a finding of the 点検. */
  readonly finding: (finding: Pick<Finding, 'rule' | 'params'>) => string;
  /** The sentence of an error. */
  readonly error: (error: CommandError) => string;
  /** Sets the exit code of a run that completed with a result to report, such as `STOPPED`. */
  readonly exitWith: (code: number) => void;
  /** A short text in the requested language. */
  readonly words: (key: CliKey) => string;
  /** Reads a file of another program; rejects with a `Failure`. */
  readonly readSource: (path: string, options?: Pick<ReadOptions, 'form'>) => Promise<SourceRead>;
  /** Reads the text of a file of another program, before any recognition; rejects with a `Failure`. */
  readonly readText: (path: string) => Promise<SourceDocument>;
  /** The sentence of a notice. */
  readonly notice: (notice: ReadNotice) => string;
  /** Reads from a `.hyoka` file what the ledger needs; rejects with a `Failure`. */
  readonly ledgerFactsOf: (path: string) => Promise<LedgerFacts>;
  /** Reads a whole `.hyoka` file; rejects with a `Failure`. */
  readonly readDocument: (path: string) => Promise<HyokaDocument>;
  /** HTML as PDF; absent where no display engine runs. */
  readonly printPdf?: (html: string, header: string) => Promise<Uint8Array>;
  /** Of sentences and of notes in a circulation copy. */
  readonly language: Language;
  readonly now: () => number;
}

/** The arguments of one verb, checked against its entry in the table. */
export interface VerbInput {
  readonly files: readonly string[];
  readonly text: (name: OptionName) => string | undefined;
  /** Include the subfolders of a folder. */
  readonly subfolders: boolean;
  /** Leave the subfolders of a folder out. */
  readonly topOnly: boolean;
  readonly json: boolean;
  /** The exit code is `STOPPED` where 提出前チェック would stop. */
  readonly strict: boolean;
  /** An existing file may be replaced. */
  readonly overwrite: boolean;
}

/** The exit code of a document that 提出前チェック would stop. */
export const STOPPED = 3;

/** A verb answers nothing when it is done. It throws a `Failure` where the input is refused, `WrongUsage` for a mistake. */
export interface Verb {
  readonly name: string;
  /** How many files it takes. */
  readonly files: number;
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
  readonly run: (input: VerbInput, tools: CliTools) => void | Promise<void>;
}

/** Options whose value makes no sense. */
export class WrongUsage extends Error {}
