import type { CleanBytes } from '../images/clean';
import type { Assessment, ImageRef } from './types';

/** The pictures that are in an assessment, each once. */
export function picturesIn({ values }: Assessment): readonly ImageRef[] {
  const found = new Map<string, ImageRef>();
  for (const value of Object.values(values))
    if (typeof value === 'object' && 'images' in value)
      for (const image of value.images) found.set(image.hash, image);
  return [...found.values()];
}

/** The bytes of a picture by the hash of its reference; none where they are missing. */
export type PictureBytes = (image: ImageRef) => CleanBytes | undefined;
