import type { ImageRef } from '../../assessment/types';
import type { Attributes } from '../xml';

/** Bytes of pictures by the hash of their reference. */
export type PictureBytes = (image: ImageRef) => Uint8Array | undefined;

/** Who made the tracked changes of a comparison, and when (ISO 8601). */
export interface Authorship {
  readonly author: string;
  readonly date: string;
}

/** A picture of the document: its name in the package and the id of its relationship. */
export interface PlacedPicture {
  readonly path: string;
  readonly relation: string;
  readonly bytes: Uint8Array;
}

/** Numbers that must be unique in the document, and the pictures met so far. One writing makes one file. */
export class Writing {
  private revisions = 0;
  private drawings = 0;
  private readonly placed = new Map<string, PlacedPicture>();

  constructor(
    private readonly bytesOf: PictureBytes,
    private readonly authorship: Authorship,
  ) {}

  revision(): Attributes {
    this.revisions += 1;
    return {
      'w:id': 10_000 + this.revisions,
      'w:author': this.authorship.author,
      'w:date': this.authorship.date,
    };
  }

  drawingId(): number {
    this.drawings += 1;
    return this.drawings;
  }

  /** The place of a picture in the package; undefined where its bytes are not at hand. */
  place(image: ImageRef): PlacedPicture | undefined {
    const known = this.placed.get(image.hash);
    if (known) return known;
    const bytes = this.bytesOf(image);
    if (!bytes) return undefined;
    const number = this.placed.size + 1;
    const extension = image.mime === 'image/png' ? 'png' : 'jpeg';
    const picture = {
      path: `media/image${String(number)}.${extension}`,
      relation: `rIdImage${String(number)}`,
      bytes,
    };
    this.placed.set(image.hash, picture);
    return picture;
  }

  pictures(): readonly PlacedPicture[] {
    return [...this.placed.values()];
  }
}
