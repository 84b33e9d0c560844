import i18next from 'i18next';
import { messageOf } from '../i18n/message';
import type { CommandError, Result } from '../../shared/commands/result';
import { showToast, type Toast } from './toasts';
import { openScreen } from './navigation';

/** The value of an answer of the shell. An error is shown as a message and becomes undefined. */
export async function valueOrReport<Value>(answer: Promise<Result<Value>>): Promise<Value | undefined> {
  const result = await answer;
  if (result.ok) return result.value;
  const action = recoveryAction(result.error);
  showToast(messageOf('errors', result.error), { tone: 'error', ...(action ? { action } : {}) });
  return undefined;
}

/** What a person can do about an error, where another screen corrects it. */
export function recoveryAction({ code }: CommandError): Toast['action'] {
  if (!code.startsWith('workspace')) return undefined;
  return { label: i18next.t('openSettings'), run: () => openScreen('settings') };
}
