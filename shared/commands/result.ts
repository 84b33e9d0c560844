import type errors from '../../resources/locales/ja/errors.json';

/** Every error a person can meet; the code is the key of its text in the `errors` locale files. */
export type ErrorCode = keyof typeof errors;

/** Values that the text of an error mentions. Never text of a document. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface CommandError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** What every command answers: errors are values, nothing is thrown across the boundary. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: CommandError };
