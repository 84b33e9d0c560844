import type { ImageRef } from '../../assessment/types';
import type { Tracked } from '../model/types';
import type { PictureBytes } from '../../assessment/pictures';
import { writable } from '../xml';

/** Who made the tracked changes of a comparison, and when (ISO 8601). */
export interface Authorship {
  readonly author: string;
  readonly date: string;
}

/** A tracked change as the library takes it. */
export interface Revision extends Authorship {
  readonly id: number;
}

/** A change of the end of a paragraph, or of a row. */
export type Change = { readonly insertion: Revision } | { readonly deletion: Revision };

/** A picture as a file of the package. */
export interface MediaFile {
  readonly type: 'png' | 'jpg';
  readonly fileName: string;
}

/** Numbers that must be unique in the document, and the bytes of its pictures. One writing makes one file. */
export class DocxContext {
  private revisions = 0;
  private drawings = 0;
  private readonly media = new Map<string, MediaFile>();

  constructor(
    readonly bytesOf: PictureBytes,
    private readonly authorship: Authorship,
  ) {}

  revision(): Revision {
    this.revisions += 1;
    const { author, date } = this.authorship;
    return { id: 10_000 + this.revisions, author: writable(author), date };
  }

  change(mark: Tracked | undefined): Change | undefined {
    if (!mark) return undefined;
    return mark === 'inserted' ? { insertion: this.revision() } : { deletion: this.revision() };
  }

  /** The same file for the same picture. */
  mediaFile({ hash, mime }: ImageRef): MediaFile {
    const type = mime === 'image/png' ? 'png' : 'jpg';
    const file = this.media.get(hash) ?? { type, fileName: `image${String(this.media.size + 1)}.${type}` };
    this.media.set(hash, file);
    return file;
  }

  drawingId(): number {
    this.drawings += 1;
    return this.drawings;
  }
}
