import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { Run } from '../model/types';
import { textPieces } from './textPieces';
import type { DocxContext } from './context';

const STYLES = { withheld: 'Withheld', review: 'Review', differs: 'Differs' } as const;

/** Runs of a paragraph, with tracked changes and the ranges of comments. */
export function runsOf(context: DocxContext, runs: readonly Run[]): readonly ParagraphChild[] {
  return runs.flatMap((run) => commented(run, marked(context, run)));
}

/** Text without marks. */
export function plainRuns(text: string): readonly TextRun[] {
  return contents(text).map((content) => new TextRun(content));
}

function marked(context: DocxContext, { text, mark }: Run): readonly ParagraphChild[] {
  switch (mark) {
    case 'inserted':
      return contents(text).map((content) => new InsertedTextRun({ ...content, ...context.revision() }));
    case 'deleted':
      return contents(text).map((content) => new DeletedTextRun({ ...content, ...context.revision() }));
    case 'withheld':
    case 'review':
    case 'differs':
      return contents(text).map((content) => new TextRun({ ...content, style: STYLES[mark] }));
    default:
      return plainRuns(text);
  }
}

function contents(text: string): readonly IRunOptions[] {
  return textPieces(text).map((piece) => (piece === '\t' ? { children: [new Tab()] } : { text: piece }));
}

function commented({ comments = [] }: Run, runs: readonly ParagraphChild[]): readonly ParagraphChild[] {
  return [
    ...comments.map((id) => new CommentRangeStart(id)),
    ...runs,
    ...comments.flatMap((id) => [new CommentRangeEnd(id), reference(id)]),
  ];
}

function reference(id: number): TextRun {
  return new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] });
}
