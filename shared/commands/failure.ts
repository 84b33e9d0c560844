import type { CommandError, ErrorCode, ErrorParams, Result } from './result';

/** A failure that is reported to a person. Thrown inside a service, answered as a value by the command. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(code);
  }
}

/**
 * The error value for anything that was thrown. Of an unforeseen error only its kind is reported (ENOSPC, TypeError):
 * its message may quote the document.
 */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof Failure) return { code: thrown.code, params: thrown.params };
  return { code: 'unexpected', params: { detail: kindOf(thrown) } };
}

/** Runs `work` and answers its value, or the error it threw, as a value. */
export async function toResult<Value>(work: () => Value | Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: toCommandError(thrown) };
  }
}

function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name;
}
