import type { Result } from '../../shared/commands/result';

/** From the shell to the job process. */
export type ToJob =
  { readonly kind: 'run'; readonly name: string; readonly input: unknown } | { readonly kind: 'cancel' };

/** From the job process to the shell. */
export type FromJob =
  | { readonly kind: 'progress'; readonly step: string; readonly done: number; readonly total: number | null }
  | { readonly kind: 'end'; readonly result: Result<unknown> };
