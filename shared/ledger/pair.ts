import { convertDocument } from '../assessment/convertDocument';
import { blanksOf, filledOf } from '../assessment/completion';
import type { HyokaDocument } from '../assessment/document';
import type { Path } from '../assessment/path';
import { formOf } from '../forms/catalog';
import type { Edition } from '../forms/types';
import type { RenewalContext } from './renew';

/** 様式２ made from a 様式３ or 様式４, and what a person must still do in it. */
export interface Pair {
  readonly document: HyokaDocument;
  /** Items of 様式２ that the other form has no answer for. */
  readonly blank: readonly Path[];
}

/**
 * The 基礎項目評価書 of a 重点 or 全項目評価書: what both ask stands in it, a 評価書名 that names the other form is 要確認. The source
 * keeps all of its text, so that nothing of it stands in 未割当 here, and comments only at the items that come along.
 */
export function pairOf(source: HyokaDocument, edition: Edition | undefined, edge: RenewalContext): Pair {
  const made = convertDocument(source, formOf('form2', edition), edge);
  const document = {
    ...made,
    leftover: [],
    revisions: [],
    rounds: [],
    comments: made.comments.filter(({ path }) => path !== undefined),
    attachments: picturesOf(made),
  };
  return { document, blank: blanksOf(filledOf(document.assessment)) };
}

/** Files that the values show; the source of an import stays with the document that it was imported into. */
function picturesOf({ assessment, attachments }: HyokaDocument): HyokaDocument['attachments'] {
  const shown = Object.values(assessment.values).flatMap((value) =>
    typeof value === 'object' && 'images' in value ? value.images.map(({ hash }) => hash) : [],
  );
  return attachments.filter(({ hash }) => shown.includes(hash));
}
