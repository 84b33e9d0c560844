import type { HyokaDocument } from '../../shared/assessment/document';
import type { UnplacedText } from '../../shared/assessment/convertRevisions';
import { toOrdinals } from '../../shared/assessment/ordinals';
import { formOfAssessment } from '../../shared/assessment/roles';
import { labelPath } from '../../shared/forms/label';
import type { RenewalContext } from '../../shared/ledger/renew';
import { type Language, shellText } from '../locale';
import { dayNumber } from '../../shared/japanese/days';

interface Conversion extends Pick<RenewalContext, 'newId' | 'at' | 'author'> {
  readonly language: Language;
  /** What last year's text is called: the name of its file. */
  readonly name?: string;
}

/** The words and ids with which a document is made from another, in the language of the person. */
export function conversionEdge(
  document: HyokaDocument,
  { language, name, ...edge }: Conversion,
): RenewalContext {
  const from = formOfAssessment(document.assessment);
  const formOfPrior = { form: from.name, edition: from.edition };
  const today = dayNumber(edge.at);
  return {
    ...edge,
    today,
    day: String(today).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
    priorName:
      name === undefined
        ? shellText(language, 'merge.prior', formOfPrior)
        : shellText(language, 'merge.lastYear', { name }),
    unplacedNote: (unplaced) => unplacedNote(unplaced, language),
    commentText: ({ path = '', text, author }) => {
      const item = labelPath(from, toOrdinals(document.assessment, path)) ?? path;
      return shellText(language, 'merge.comment', { item, text, author: author.name });
    },
  };
}

/** How many texts of a revision have no item in the new form, and those of them that stand nowhere else. */
function unplacedNote(unplaced: readonly UnplacedText[], language: Language): string {
  const only = unplaced.filter(({ alsoNow }) => !alsoNow);
  const same = unplaced.length - only.length;
  return [
    shellText(language, 'merge.noItem', { count: unplaced.length }),
    ...(same > 0 ? [shellText(language, 'merge.noItemSame', { count: same })] : []),
    ...only.map(({ label, text }) => `【${label}】\n${text}`),
  ].join('\n');
}
