import type { Comment, ReviewMark, StoredDocument } from '../../shared/assessment/document';
import type { PublicationSource } from '../../shared/publish/variants/publication';
import type { Note } from '../../shared/publish/variants/notes';
import { type Language, publishText, reasonText } from '../locale';

type Published = Omit<StoredDocument, 'history' | 'attachments'>;

/** A document as publishing takes it; comments and review marks become notes in the language of the person. */
export function publishSource(document: Published, language: Language): PublicationSource {
  const { assessment, comments, review } = document;
  const open = comments.filter(({ resolved }) => !resolved);
  const doubts = review.filter(({ settled }) => !settled);
  const notes = [
    ...open.map((comment) => commentNote(comment, language)),
    ...doubts.map((mark) => reviewNote(mark, document, language)),
  ];
  return { assessment, comments, notes };
}

function commentNote({ path, author, at, text, withhold }: Comment, language: Language): Note {
  const said = withhold
    ? publishText(language, withhold.passage === undefined ? 'withholdItem' : 'withholdPassage', {
        text,
        passage: withhold.passage ?? '',
      })
    : text;
  return { ...(path === undefined ? {} : { path }), author: author.name, date: isoOf(at), text: said };
}

function reviewNote(
  { path, reason }: ReviewMark,
  { createdAt, source }: Published,
  language: Language,
): Note {
  const text = publishText(language, 'review', { reason: reasonText(language, reason) });
  return {
    path,
    author: publishText(language, 'intake'),
    date: isoOf(source?.at ?? createdAt),
    text,
    review: true,
  };
}

/** ISO 8601 without fractions, as Word wants it. */
export function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
