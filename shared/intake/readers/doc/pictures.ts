import type { StoredPicture } from '../escher/pictures';
import type { ImageStore } from '../images/store';
import type { Notices } from '../reading';
import { type Drawings, type Drawn, readInlinePicture } from './art';
import type { Bytes } from './bytes';

/** The pictures of a document, in the order in which they are met. */
export class Pictures {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly images: ImageStore,
    private readonly notices: Notices,
    private readonly data: Bytes,
    private readonly drawings: Drawings,
  ) {}

  /** The hash of the picture in the line; undefined, with a notice, where it cannot be read. */
  inline(at: number): string | undefined {
    const found = readInlinePicture(this.data, at);
    if (found?.linked) this.notices.add('linkedPicture');
    // A shape without a picture, such as a line; a picture whose place is beyond the end is missing.
    if (found && !found.stored) return undefined;
    return this.keep(`line ${at}`, found?.alt ?? '', found?.stored);
  }

  /** Hashes of the pictures of an anchored drawing. */
  drawn({ pictures }: Drawn): readonly string[] {
    return pictures.flatMap(({ picture, alt }) => {
      if (picture > 0) return this.keep(`store ${picture}`, alt, this.drawings.picture(picture)) ?? [];
      this.notices.add('linkedPicture');
      return [];
    });
  }

  private keep(key: string, alt: string, stored: StoredPicture | undefined): string | undefined {
    const name = this.names.get(key) ?? `image${this.names.size + 1}.${stored?.extension ?? 'png'}`;
    this.names.set(key, name);
    return this.images.add(name, alt, () => stored?.bytes);
  }
}
