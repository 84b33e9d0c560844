import i18next from 'i18next';
import type { Namespaces } from './namespaces';

/** A message of the domain or the shell: a key of the locale files and the parameters of its sentence. */
export interface CodedMessage {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * The sentence for a code that is only known when it arrives (findings, errors of the shell, reasons of the
 * recogniser). A code without a sentence shows itself, so that nothing is hidden.
 */
export function messageOf(
  namespace: keyof Namespaces | 'documents' | 'reasons',
  { code, params }: CodedMessage,
): string {
  const key = `${namespace}:${code}`;
  const translate = i18next.t as (key: string, values: CodedMessage['params']) => string;
  return i18next.exists(key) ? translate(key, params ?? {}) : code;
}
