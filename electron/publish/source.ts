import type { Comment, HyokaDocument, ReviewMark } from '../../shared/assessment/document';
import type { StoredPicture } from '../../shared/publish/handedOut';
import type { Source } from '../../shared/publish/variants/publication';
import type { Note } from '../../shared/publish/variants/notes';
import { type Language, publishText, reasonText } from '../locale';

/** A document as publishing takes it: what is written, what was said about it, and the bytes of its pictures. */
export interface PublishSource extends Source {
  readonly pictures: readonly StoredPicture[];
}

/** Comments and review marks become notes in the language of the person. */
export function publishSource(document: HyokaDocument, language: Language): PublishSource {
  const { assessment, comments, review, attachments } = document;
  const open = comments.filter(({ resolved }) => !resolved);
  const doubts = review.filter(({ settled }) => !settled);
  const pictures = attachments.filter(({ mime }) => mime.startsWith('image/'));
  const notes = [
    ...open.map((comment) => commentNote(comment, language)),
    ...doubts.map((mark) => reviewNote(mark, document, language)),
  ];
  return {
    assessment,
    comments,
    notes,
    pictures: pictures.map(({ hash, mime, bytes }) => ({ hash, mime, bytes })),
  };
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
  { createdAt, source }: HyokaDocument,
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
