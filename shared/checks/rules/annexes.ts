import type { Rule, Hit, Subject } from '../types';
import { attachmentOf, attachmentsOf } from '../../assessment/items';
import { ATTACHMENTS } from '../../assessment/path';
import { spanOf } from '../kinds/text';
import { narrow } from '../../japanese/normalise';
import { isBlank } from '../view';

const REFERENCE =
  /(?<![一-龠])(?<kind>別紙|別添)[\s　]?(?<number>[0-9０-９一二三四五①-⑤]{1,2})?(?![一-龠])/gu;

interface Reference {
  readonly kind: string;
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => ({
    kind: match.groups?.kind ?? '',
    number: (match.groups?.number ?? '')
      .normalize('NFKC')
      .replace(/[一二三四五]/gu, (sign) => String('一二三四五'.indexOf(sign) + 1)),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** 別添１ … of the form: the sections whose number says so, and the change table. */
function formAnnexes({ form }: Subject): ReadonlySet<string> {
  return new Set(
    form.sections.flatMap(
      ({ number }) => /別添(?<n>[0-9０-９])/u.exec(number ?? '')?.groups?.n?.normalize('NFKC') ?? [],
    ),
  );
}

/** A 別紙 is known by the number in its title; a reference without a number means any of them. */
function isThere(
  kind: string,
  number: string,
  titles: readonly string[],
  annexes: ReadonlySet<string>,
): boolean {
  if (kind === '別添') return number === '' || annexes.has(number);
  const named = titles.flatMap(referencesIn);
  return number === '' ? titles.length > 0 : named.some((title) => title.number === number);
}

/** References to 別紙 and 別添. */
export const annexesRules: readonly Rule[] = [
  {
    id: 'annex-ref-exists',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        const found = zone === 'body' ? referencesIn(text) : [];
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const titles = attachmentsOf(subject.assessment).map((id) =>
          narrow(attachmentOf(subject.assessment, id).title).normalize('NFKC'),
        );
        const annexes = formAnnexes(subject);
        return contributions.flatMap(({ unit, value }) =>
          (value as readonly Reference[])
            .filter(({ kind, number }) => !isThere(kind, number, titles, annexes))
            .slice(0, 1)
            .map(({ kind, number, from, to }) => ({
              path: unit.path,
              params: { found: `${kind}${number}` },
              span: spanOf(unit, { from, to }),
            })),
        );
      },
    },
  },
  {
    id: 'annex-unreferenced',
    severity: 'notice',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone, path }) => {
        if (zone === 'attachment') return path.endsWith('.title') ? [] : undefined;
        const found = zone === 'body' ? referencesIn(text) : [];
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const named = contributions.flatMap(({ value }) => value as readonly Reference[]);
        return attachmentsOf(subject.assessment).flatMap((id): readonly Hit[] => {
          const { title } = attachmentOf(subject.assessment, id);
          const [own] = referencesIn(title);
          const isNamed = named.some(
            ({ kind, number }) =>
              kind === (own?.kind ?? '別紙') &&
              (number === '' || !own || own.number === '' || number === own.number),
          );
          return isBlank(title) || isNamed
            ? []
            : [{ path: `${ATTACHMENTS}[${id}].title`, params: { title: title.slice(0, 30) } }];
        });
      },
    },
  },
];
