import i18next from 'i18next';
import type { Path } from '../../shared/assessment/path';
import type { ImageRef } from '../../shared/assessment/types';
import { pictureHeader } from '../../shared/images/header';
import { MAX_BYTES, pictureRefusal, type PictureRefusal } from '../../shared/images/refusal';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { useDocument, setItemValue } from './document';
import { showToast } from './toasts';

/** Adds pictures to an image area, all that can be taken as one step. Each other file is refused with its reason. */
export async function addImages(path: Path, files: readonly File[]): Promise<void> {
  const added: ImageRef[] = [];
  for (const file of files) {
    const image = await attach(file);
    if (image) added.push(image);
  }
  const value = useDocument.getState().assessment?.values[path];
  const images = typeof value === 'object' && 'images' in value ? value.images : [];
  if (added.length > 0) setItemValue(path, { images: [...images, ...added] });
}

async function attach(file: File): Promise<ImageRef | undefined> {
  const session = useDocument.getState().view?.session;
  const read = await readPicture(file);
  if (typeof read === 'string') {
    showToast(i18next.t(`picture.${read}`, { name: pictureName(file) }), { tone: 'error' });
    return undefined;
  }
  if (!session) return undefined;
  const { bytes, ...picture } = read;
  const name = pictureName(file);
  const stored = await valueOrReport(
    shell.commands['document.attach']({ session, name, mime: picture.mime, bytes }),
  );
  return stored && { ...stored, ...picture, name, alt: '' };
}

type ReadPicture = Pick<ImageRef, 'mime' | 'width' | 'height'> & { readonly bytes: Uint8Array<ArrayBuffer> };

/** The picture in a file, by its bytes and never by its name; else why it cannot be taken. */
async function readPicture(file: File): Promise<ReadPicture | PictureRefusal> {
  // Only the size of a huge file is looked at.
  if (file.size > MAX_BYTES * 2) return 'tooLarge';
  const bytes: Uint8Array<ArrayBuffer> = new Uint8Array(await file.arrayBuffer());
  const refusal = pictureRefusal(bytes);
  const mime = pictureHeader(bytes)?.mime;
  if (refusal || !mime) return refusal ?? 'damaged';
  try {
    const { width, height } = await createImageBitmap(new Blob([bytes], { type: mime }));
    return { mime, width, height, bytes };
  } catch {
    return 'damaged';
  }
}

/** A pasted picture has no name of its own: Chromium calls each of them image.png. */
function pictureName(file: File): string {
  return file.name === '' || file.name === 'image.png' ? i18next.t('picture.pasted') : file.name;
}

const urls = new Map<string, Promise<string | undefined>>();

/** An address under which a picture of the document can be shown. */
export function imageUrl(hash: string): Promise<string | undefined> {
  const known = urls.get(hash) ?? loadUrl(hash);
  urls.set(hash, known);
  return known;
}

async function loadUrl(hash: string): Promise<string | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  const answer = await shell.commands['document.attachment']({ session, hash });
  if (!answer.ok) return undefined;
  return URL.createObjectURL(new Blob([new Uint8Array(answer.value.bytes)], { type: answer.value.mime }));
}
