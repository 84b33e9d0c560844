import type { Assessment, ImageRef, Value } from '../assessment/types';
import { type CleanBytes, cleanPicture, type CleanResult } from '../images/clean';
import type { PictureBytes } from '../assessment/pictures';

/** A picture as the document keeps it. */
export interface StoredPicture {
  readonly hash: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** SHA-256 of the bytes, hexadecimal; given by the runtime. */
export type Digest = (bytes: Uint8Array) => string;

/** What files are written from: nothing in it says who took a picture, where, or how its file was called. */
export interface WithNeutralPictures<Key extends string> {
  readonly assessments: Readonly<Record<Key, Assessment>>;
  readonly pictures: PictureBytes;
  /** Names, as the document has them, of pictures that no file gets, since nobody can say what is in them. */
  readonly leftOut: readonly string[];
}

/**
 * The assessments with pictures as they are handed out: without metadata, under neutral names (図1.jpg) and known by the
 * digest of what is left. The same picture has the same name in all of them, so that a comparison sees no change.
 */
export function withNeutralPictures<Key extends string>(
  assessments: Readonly<Record<Key, Assessment>>,
  stored: readonly StoredPicture[],
  digest: Digest,
): WithNeutralPictures<Key> {
  const pictures = new PictureCleaner(stored, digest);
  const neutral = Object.entries<Assessment>(assessments).map(([key, assessment]) => [
    key,
    replacePictures(assessment, (image) => pictures.neutral(image)),
  ]);
  return {
    assessments: Object.fromEntries(neutral) as Record<Key, Assessment>,
    pictures: ({ hash }) => pictures.bytesOf(hash),
    leftOut: pictures.leftOut(),
  };
}

function replacePictures(assessment: Assessment, neutral: (image: ImageRef) => ImageRef): Assessment {
  const values = Object.entries(assessment.values).map(([path, value]) => [
    path,
    replaceInValue(value, neutral),
  ]);
  return { ...assessment, values: Object.fromEntries(values) as Assessment['values'] };
}

function replaceInValue(value: Value, neutral: (image: ImageRef) => ImageRef): Value {
  return typeof value === 'object' && 'images' in value ? { images: value.images.map(neutral) } : value;
}

/** What becomes of each picture; each is read once. */
class PictureCleaner {
  private readonly stored: ReadonlyMap<string, StoredPicture>;
  private readonly byHash = new Map<string, NeutralReference>();
  private readonly bytes = new Map<string, CleanBytes>();
  private readonly refused = new Set<string>();

  constructor(
    stored: readonly StoredPicture[],
    private readonly digest: Digest,
  ) {
    this.stored = new Map(stored.map((picture) => [picture.hash, picture]));
  }

  neutral(image: ImageRef): ImageRef {
    const known = this.byHash.get(image.hash) ?? this.cleaned(image);
    this.byHash.set(image.hash, known);
    return { ...image, ...known };
  }

  bytesOf(hash: string): CleanBytes | undefined {
    return this.bytes.get(hash);
  }

  leftOut(): readonly string[] {
    return [...this.refused];
  }

  private cleaned(image: ImageRef): NeutralReference {
    const stored = this.stored.get(image.hash);
    const result = stored && cleanPicture(stored.bytes);
    if (result?.kind === 'refused') this.refused.add(image.name);
    const mime = mimeOf(result) ?? image.mime;
    const name = `図${String(this.byHash.size + 1)}.${mime === 'image/png' ? 'png' : 'jpg'}`;
    if (result?.kind !== 'clean') return { hash: image.hash, mime, name };
    const hash = this.digest(result.bytes);
    this.bytes.set(hash, result.bytes);
    return { hash, mime, name };
  }
}

type NeutralReference = Pick<ImageRef, 'hash' | 'mime' | 'name'>;

/** By its bytes, whatever the document calls it. */
function mimeOf(result: CleanResult | undefined): ImageRef['mime'] | undefined {
  if (result?.kind !== 'clean') return undefined;
  return KNOWN.find((mime) => mime === result.mime);
}

const KNOWN = ['image/png', 'image/jpeg'] as const;
