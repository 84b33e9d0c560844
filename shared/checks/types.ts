import type { Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import type { Node } from '../assessment/walk';
import type { Form } from '../forms/types';

/** `error`: must be mended before it is handed in. `warning`: look here, it may be right. `notice`: good to know. */
export type Severity = 'error' | 'warning' | 'notice';

/** A result of the 点検. Its sentence is the key `rule` of the `checks` locale files, with `params`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The item (or entry) it is about. */
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a rule may look at. Built once for all rules. */
export interface Subject {
  readonly form: Form;
  readonly assessment: Assessment;
  readonly nodes: readonly Node[];
  readonly leaves: readonly Extract<Node, { kind: 'leaf' }>[];
  /** The day of the 点検, as 20241001. */
  readonly today: number;
}

/** One rule: a name, and what it finds. Adding a rule is adding an entry to `rules.ts` and its sentence. */
export interface Rule {
  readonly id: string;
  readonly find: (subject: Subject) => readonly Finding[];
}
