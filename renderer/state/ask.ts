import i18next from 'i18next';
import { messageOf } from '../i18n/message';
import type { CommandError, Result } from '../../shared/commands/result';
import { say, type Toast } from './toasts';
import { goTo } from './view';

/** The value of an answer of the shell; an error is told to the person and becomes undefined. */
export async function ask<Value>(answer: Promise<Result<Value>>): Promise<Value | undefined> {
  const result = await answer;
  if (result.ok) return result.value;
  const action = wayOut(result.error);
  say(messageOf('errors', result.error), { tone: 'error', ...(action ? { action } : {}) });
  return undefined;
}

/** Where the sentence of an error leads, if it leads to another screen. */
export function wayOut({ code }: CommandError): Toast['action'] {
  if (!code.startsWith('workspace')) return undefined;
  return { label: i18next.t('openSettings'), run: () => goTo('settings') };
}
