import { messageOf } from '../i18n/message';
import type { Result } from '../../shared/commands/result';
import { say } from './toasts';

/** The value of an answer of the shell; an error is told to the person and becomes undefined. */
export async function ask<Value>(answer: Promise<Result<Value>>): Promise<Value | undefined> {
  const result = await answer;
  if (result.ok) return result.value;
  say(messageOf('errors', result.error), { tone: 'error' });
  return undefined;
}
