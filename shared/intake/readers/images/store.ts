import type { FoundImage } from '../../result';
import type { Notices } from '../reading';
import { pictureHeader } from '../../../images/header';
import { sha256 } from './sha256';

/** The pictures of one source, each once whatever the number of places it stands in. */
export class ImageStore {
  private readonly byHash = new Map<string, FoundImage>();
  private readonly byPart = new Map<string, string | undefined>();

  constructor(private readonly notices: Notices) {}

  /**
   * The hash of the picture in this part. Undefined, with a notice, where it is neither PNG nor JPEG or its
   * bytes are missing.
   */
  add(part: string, alt: string, load: () => Uint8Array | undefined): string | undefined {
    if (this.byPart.has(part)) return this.byPart.get(part);
    const hash = this.keep(part.split('/').pop() ?? part, alt, load());
    this.byPart.set(part, hash);
    return hash;
  }

  list(): readonly FoundImage[] {
    return [...this.byHash.values()];
  }

  private keep(name: string, alt: string, bytes: Uint8Array | undefined): string | undefined {
    const header = bytes && pictureHeader(bytes);
    if (!header) {
      this.notices.add(bytes ? 'pictureFormat' : 'pictureMissing', { name });
      return undefined;
    }
    const hash = sha256(bytes);
    this.byHash.set(hash, { ref: { hash, name, alt, ...header }, bytes });
    return hash;
  }
}
