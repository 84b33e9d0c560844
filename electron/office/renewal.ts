import type { HyokaDocument } from '../../shared/assessment/document';
import type { Author } from '../../shared/assessment/history';
import { Failure } from '../../shared/commands/failure';
import { editionsForNewDocuments, formOf } from '../../shared/forms/catalog';
import { pairOf } from '../../shared/ledger/pair';
import { renew } from '../../shared/ledger/renew';
import { newId } from '../machine/newId';
import type { Language } from '../locale';
import { conversionEdge } from './conversion';

export interface RenewalRequest {
  readonly kind: 'renew' | 'pair';
  readonly document: HyokaDocument;
  /** What last year's text is called. */
  readonly name: string;
  readonly language: Language;
  readonly author: Author;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** The document of 今年度版, or 様式２ of the pair. A job: its text may be of any length. Throws a `Failure`. */
export function renewal({ kind, document, name, ...context }: RenewalRequest): HyokaDocument {
  const { form } = document.assessment;
  if (kind === 'pair') {
    if (form === 'form2') throw new Failure('pairOfBasic', { name });
    return pairOf(document, undefined, conversionEdge(document, { ...context, newId })).document;
  }
  const newest = formOf(form, editionsForNewDocuments(form)[0]);
  return renew(document, newest, conversionEdge(document, { ...context, newId, name })).document;
}
