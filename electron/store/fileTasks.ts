import type { Comment } from '../../shared/assessment/document';
import type { DamageReport } from '../../shared/commands/rescue';
import type { ThinPreview } from '../../shared/commands/thin';
import type { FileMark, Stamp } from '../database/contract';

export interface RescueRequest {
  /** The damaged file, which is only read. */
  readonly path: string;
  /** Created or emptied, and flushed. */
  readonly target: string;
  readonly stamp: Stamp;
  /** Says in the new document what is missing. */
  readonly note: Comment;
}

export interface ThinRequest {
  /** The document, which is only read. */
  readonly path: string;
  /** Created or emptied, and flushed. */
  readonly target: string;
  readonly stamp: Stamp;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

/**
 * Work on files that are not open as documents: each call reads one, and writes at most another one, which the caller renames into
 * its place. Throws a `Failure`.
 */
export interface FileTasks {
  /** What of a damaged file is whole; `rescueNothing` where not even one item is. */
  inspect(file: { readonly path: string }): Promise<DamageReport>;
  /** Writes what is whole as a new document. */
  rescue(request: RescueRequest): Promise<FileMark>;
  previewThin(request: Pick<ThinRequest, 'path' | 'now'>): Promise<ThinPreview>;
  /** Writes the document with less history. */
  thin(request: ThinRequest): Promise<FileMark>;
}
