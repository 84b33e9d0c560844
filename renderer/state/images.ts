import i18next from 'i18next';
import type { Path } from '../../shared/assessment/path';
import type { ImageRef } from '../../shared/assessment/types';
import { shell } from '../shell';
import { ask } from './ask';
import { useDocument, write } from './document';
import { say } from './toasts';

const KINDS: readonly string[] = ['image/png', 'image/jpeg'] satisfies ImageRef['mime'][];

/** Adds pictures to an image area. Files that are no PNG or JPEG picture are refused with a sentence that says so. */
export async function addImages(path: Path, files: readonly File[]): Promise<void> {
  const added: ImageRef[] = [];
  for (const file of files) {
    const image = await attach(file);
    if (image) added.push(image);
    else say(i18next.t('imageRefused', { name: file.name }), { tone: 'error' });
  }
  const value = useDocument.getState().assessment?.values[path];
  const images = typeof value === 'object' && 'images' in value ? value.images : [];
  if (added.length > 0) write(path, { images: [...images, ...added] });
}

async function attach(file: File): Promise<ImageRef | undefined> {
  const session = useDocument.getState().view?.session;
  const size = KINDS.includes(file.type) ? await sizeOf(file) : undefined;
  if (!session || !size) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const stored = await ask(
    shell.commands['document.attach']({ session, name: file.name, mime: file.type, bytes }),
  );
  return stored && { ...stored, ...size, mime: file.type as ImageRef['mime'], name: file.name, alt: '' };
}

/** Width and height in pixels; undefined where the bytes are no picture. */
async function sizeOf(file: File): Promise<{ readonly width: number; readonly height: number } | undefined> {
  try {
    const { width, height } = await createImageBitmap(file);
    return { width, height };
  } catch {
    return undefined;
  }
}

const urls = new Map<string, Promise<string | undefined>>();

/** An address under which a picture of the document can be shown. */
export function imageUrl(hash: string): Promise<string | undefined> {
  const known = urls.get(hash) ?? load(hash);
  urls.set(hash, known);
  return known;
}

async function load(hash: string): Promise<string | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  const answer = await shell.commands['document.attachment']({ session, hash });
  if (!answer.ok) return undefined;
  return URL.createObjectURL(new Blob([new Uint8Array(answer.value.bytes)], { type: answer.value.mime }));
}
