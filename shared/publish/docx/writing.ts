import type { ImageRef } from '../../assessment/types';
import type { Tracked } from '../model/types';
import { writable } from '../xml';

/** Bytes of pictures by the hash of their reference. */
export type PictureBytes = (image: ImageRef) => Uint8Array | undefined;

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

/** Numbers that must be unique in the document, and the bytes of its pictures. One writing makes one file. */
export class Writing {
  private revisions = 0;
  private drawings = 0;

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

  drawingId(): number {
    this.drawings += 1;
    return this.drawings;
  }
}
