import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageRef, Value } from '../../shared/assessment/types';
import { Button } from '../components/Button';
import { TextArea } from '../components/TextArea';
import { useReadOnly, useValue, setItemValue } from '../state/document';
import { addImages, imageUrl } from '../state/images';
import type { FieldProps } from './types';

/** A place for pictures: paste, drop or choose a file; each with a sentence for readers who cannot see it. */
export function ImageField({ path, labelledBy }: FieldProps) {
  const { t } = useTranslation('editor');
  const images = imagesOf(useValue(path));
  const readOnly = useReadOnly();
  const chooser = useRef<HTMLInputElement>(null);
  const put = (next: readonly ImageRef[]) =>
    setItemValue(path, next.length === 0 ? undefined : { images: next });
  const take = (files: readonly File[]) => void addImages(path, files);
  const group = usePastedFiles(readOnly ? undefined : take);
  return (
    <div className="images" role="group" aria-labelledby={labelledBy} ref={group}>
      {images.map((image, at) => (
        <Picture
          key={`${image.hash}${String(at)}`}
          image={image}
          readOnly={readOnly}
          onAlt={(alt) => put(images.with(at, { ...image, alt }))}
          onRemove={() => put(images.filter((other) => other !== image))}
          {...(at > 0
            ? { onUp: () => put(images.with(at, images[at - 1] ?? image).with(at - 1, image)) }
            : {})}
        />
      ))}
      {readOnly ? null : (
        <div
          className="image-drop"
          tabIndex={0}
          role="button"
          aria-label={t('image.paste')}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            event.stopPropagation();
            take([...event.dataTransfer.files]);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            chooser.current?.click();
          }}
        >
          <p className="muted">{t('image.paste')}</p>
        </div>
      )}
      {readOnly ? null : (
        <>
          <input
            ref={chooser}
            type="file"
            accept="image/png,image/jpeg"
            multiple
            hidden
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <Button onPress={() => chooser.current?.click()}>{t('image.choose')}</Button>
        </>
      )}
    </div>
  );
}

/**
 * Takes files that are pasted while the focus is in an element. The browser sends a paste to the page, not to an element
 * that holds no text, so the page is listened to.
 */
function usePastedFiles(
  take: ((files: readonly File[]) => void) | undefined,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!take || files.length === 0 || !place.current?.contains(document.activeElement)) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);
  return place;
}

function imagesOf(value: Value | undefined): readonly ImageRef[] {
  return typeof value === 'object' && 'images' in value ? value.images : [];
}

interface PictureProps {
  readonly image: ImageRef;
  readonly readOnly: boolean;
  readonly onAlt: (alt: string) => void;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
}

function Picture({ image, readOnly, onAlt, onRemove, onUp }: PictureProps) {
  const { t } = useTranslation('editor');
  const url = usePicture(image.hash);
  return (
    <figure className="picture">
      {url ? <img src={url} alt={image.alt || image.name} width={image.width} height={image.height} /> : null}
      <figcaption className="stack-tight">
        <TextArea
          oneLine
          label={t('image.alt')}
          placeholder={t('image.alt')}
          value={image.alt}
          onCommit={onAlt}
          readOnly={readOnly}
        />
        <span className="line-up muted small">
          {image.name} ({image.width} × {image.height})
          {readOnly ? null : (
            <>
              {onUp ? (
                <Button variant="link" onPress={onUp}>
                  {t('image.up')}
                </Button>
              ) : null}
              <Button variant="link" onPress={onRemove}>
                {t('image.remove')}
              </Button>
            </>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

function usePicture(hash: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let current = true;
    void imageUrl(hash).then((found) => current && setUrl(found));
    return () => {
      current = false;
    };
  }, [hash]);
  return url;
}
