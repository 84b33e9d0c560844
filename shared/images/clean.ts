import { hasBytesAt } from './bytes';
import { cleanGif, isGif } from './gif/clean';
import { cleanJpeg } from './jpeg/clean';
import { isJpeg } from './jpeg/segments';
import { PNG_SIGNATURE } from './png/chunks';
import { cleanPng } from './png/clean';
import { cleanWebp, isWebp } from './webp/clean';

declare const CLEAN: unique symbol;

/** Bytes of a picture that `cleanPicture` wrote: writers of files that are handed out take no others. */
export type CleanBytes = Uint8Array<ArrayBuffer> & { readonly [CLEAN]: true };

/** `unknown`: none of the formats below. `damaged`: cut off or inconsistent, so that nobody can say what is in it. */
export type PictureFault = 'unknown' | 'damaged';

export type CleanResult =
  | { readonly kind: 'clean'; readonly mime: string; readonly bytes: CleanBytes }
  | { readonly kind: 'refused'; readonly fault: PictureFault };

interface Format {
  readonly mime: string;
  readonly matches: (bytes: Uint8Array) => boolean;
  readonly clean: (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | undefined;
}

/** Adding a format is adding an entry. */
const FORMATS: readonly Format[] = [
  { mime: 'image/jpeg', matches: isJpeg, clean: cleanJpeg },
  { mime: 'image/png', matches: (bytes) => hasBytesAt(bytes, 0, PNG_SIGNATURE), clean: cleanPng },
  { mime: 'image/gif', matches: isGif, clean: cleanGif },
  { mime: 'image/webp', matches: isWebp, clean: cleanWebp },
];

/**
 * The picture with the same dots, colours and orientation and without everything else that its file says: the format is recognised by the
 * bytes, only what the decoder needs is copied, so that kinds of metadata that nobody knows yet are left out too. The given
 * bytes stay as they are. A picture that cannot be read to its end is refused.
 */
export function cleanPicture(bytes: Uint8Array): CleanResult {
  const format = FORMATS.find(({ matches }) => matches(bytes));
  if (!format) return { kind: 'refused', fault: 'unknown' };
  const clean = format.clean(bytes);
  if (!clean) return { kind: 'refused', fault: 'damaged' };
  return { kind: 'clean', mime: format.mime, bytes: clean as CleanBytes };
}
