import type { Result } from '../../shared/commands/result';

/** From the shell to the job process. */
export type ToJob =
  | { readonly kind: 'run'; readonly name: string; readonly input: unknown }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'attachment'; readonly hash: string; readonly result: Result<Uint8Array | undefined> };

/** From the job process to the shell. */
export type FromJob =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number | null }
  /** Asks for the bytes of an attachment of the document that the job works on. */
  | { readonly kind: 'attachment'; readonly hash: string }
  | { readonly kind: 'end'; readonly result: Result<unknown> };
