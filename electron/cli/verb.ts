import type { HyokaDocument } from '../../shared/assessment/document';
import type { ReadNotice } from '../../shared/assessment/source';
import type { Finding } from '../../shared/checks/types';
import type { CommandError } from '../../shared/commands/result';
import type { SourceRead } from '../intake/read';
import type { CliKey, Language } from '../locale';
import type { DocumentFacts } from '../publish/documentFacts';
import type { OptionName } from './options';

/** What a verb may use of its surroundings. */
export interface CliTools {
  /** A line of JSON or text on stdout. */
  readonly print: (text: string) => void;
  /** A sentence on stderr, in the language that was asked for. */
  readonly say: (key: CliKey, params?: Readonly<Record<string, string | number>>) => void;
  /** A sentence on stderr that has been put together already. */
  readonly complain: (text: string) => void;
  /** A sentence on stderr about what the reader of a source left out or could not read. */
  readonly warn: (notice: ReadNotice) => void;
  /** The sentence of a finding of the 点検. */
  readonly finding: (finding: Pick<Finding, 'rule' | 'params'>) => string;
  /** The sentence of an error. */
  readonly error: (error: CommandError) => string;
  /** The exit code of a run that is done but says something, such as `STOPPED`. */
  readonly exitWith: (code: number) => void;
  /** A few words in the language that was asked for. */
  readonly words: (key: CliKey) => string;
  /** Reads a file that is none of ours; rejects with a `Failure`. */
  readonly readSource: (path: string) => Promise<SourceRead>;
  /** Looks into one of our files for the ledger; rejects with a `Failure`. */
  readonly factsOf: (path: string) => Promise<DocumentFacts>;
  /** Reads one of our files, whole; rejects with a `Failure`. */
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
  /** A folder is meant with those below it. */
  readonly subfolders: boolean;
  readonly json: boolean;
  /** The exit code is `STOPPED` where 提出前チェック would stop. */
  readonly strict: boolean;
  /** A file that is there already may be replaced. */
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
