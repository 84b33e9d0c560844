import { printDocument, type PrintOptions } from '../../publish/model/document';
import type { PrintDocument } from '../../publish/model/types';
import { translateKnown } from '../translate';
import type { Comparison } from '../types';
import { mergePrintDocuments } from './mergePrintDocuments';

/** 見え消し: the new document with everything that was removed struck and everything that was added marked as inserted. */
export function redline({ before, after, matching }: Comparison, options: PrintOptions = {}): PrintDocument {
  return mergePrintDocuments(printDocument(before, options), printDocument(after, options), (key) =>
    translateKnown(key, matching.toNew),
  );
}
