import type { Author } from './history';
import type { Path } from './path';

/** What makes a finding the same one as long as neither its text nor its rule changes. */
export interface FindingIdentity {
  /** Id of a rule of the 点検, or `gate:` with the id of a line of 提出前チェック. */
  readonly rule: string;
  readonly version: number;
  /** Empty where it is about the document as a whole. */
  readonly path: Path;
  /** Of the values at or below the path and of what the sentence says; it shows change, and is no proof of origin. */
  readonly fingerprint: string;
}

/** 理由を付けて確認済み: a finding that a person has looked at and accepted. */
export interface Acceptance extends FindingIdentity {
  readonly id: string;
  /** The words that were accepted, as they were; empty where the finding is about what is missing. */
  readonly words: string;
  readonly reason: string;
  readonly author: Author;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** A time at which 提出前チェック would have stopped and the document was handed out all the same. */
export interface GateOverride {
  readonly id: string;
  readonly purpose: 'submission' | 'publication';
  /** Why, in the words of the person who decided. */
  readonly sentence: string;
  /** The lines that would have stopped, with the number of places of each. */
  readonly stopped: readonly { readonly gate: string; readonly count: number }[];
  readonly author: Author;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}
