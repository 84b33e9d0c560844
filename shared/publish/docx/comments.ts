import { type ICommentOptions, Paragraph } from 'docx';
import type { PrintComment } from '../model/types';
import { writable } from '../xml';
import { plainRuns } from './runs';

/** The comments of a document; one without a time has that of the file. */
export function commentsOf(comments: readonly PrintComment[], fileDate: string): readonly ICommentOptions[] {
  return comments.map(({ id, author, date, text }) => ({
    id,
    author: writable(author),
    initials: writable(Array.from(author)[0] ?? ''),
    date: new Date(date === '' ? fileDate : date),
    children: text
      .split('\n')
      .map((line) => new Paragraph({ style: 'CommentText', children: plainRuns(line) })),
  }));
}
