import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderComparison } from '../../../../electron/compare/render';
import { renderFiles } from '../../../../electron/publish/render';
import { attachmentsOf } from '../../../../electron/publish/pictures';
import { publishSource } from '../../../../electron/publish/source';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../../../shared/assessment/document';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import type { ImageRef } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { OUTPUT_FORMATS, VARIANTS } from '../../../../shared/publish/formats';
import { readJson } from '../../../../shared/json/read';
import { counter } from '../assessment/arbitrary';
import { concat, inserted, JPEG_KINDS, PNG_KINDS, pngPlaces } from '../images/planted';
import { JPEGS, PNGS } from '../images/samplePictures';
import { problemsOf } from './ooxml/validate';

function toolsFor(document: HyokaDocument) {
  const { signal } = new AbortController();
  return { progress: () => undefined, signal, attachment: attachmentsOf(document) };
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const NAMES = ['湊一郎の席.jpg', '湊二郎.png'] as const;

/** A document whose picture area holds these bytes. */
function documentWith(
  pictures: readonly { readonly bytes: Uint8Array; readonly mime: ImageRef['mime'] }[],
): HyokaDocument {
  const images = pictures.map(({ bytes, mime }, at): ImageRef => ({
    hash: sha256(bytes),
    mime,
    name: NAMES[at] ?? '',
    width: 20,
    height: 12,
    alt: '事務の流れ',
  }));
  const base = emptyAssessment(formOf('form4'), counter());
  const assessment = applyEdit(base, setValue(base, 'annex1.diagram', { images }));
  const attachments = pictures.map(({ bytes, mime }) => ({ hash: sha256(bytes), mime, name: '湊', bytes }));
  return { ...documentOf(assessment, 'd', 0), attachments };
}

/** All that is in a file: packages unpacked, pictures in Base64 decoded. */
function opened(bytes: Uint8Array): Buffer {
  if (bytes[0] === 0x50)
    return Buffer.concat(
      Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [Buffer.from(name), part]),
    );
  const pictures = [...strFromU8(bytes).matchAll(/(?:base64,|"data": ")([A-Za-z0-9+/=]+)"/g)];
  return Buffer.concat([bytes, ...pictures.map(([, data = '']) => Buffer.from(data, 'base64'))]);
}

const secret = fc.uint8Array({ minLength: 16, maxLength: 120 });

function planted(hidden: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const segments = JPEG_KINDS.map((kind) => kind(hidden));
  const chunks = PNG_KINDS.map((kind) => kind(hidden));
  const jpeg = concat(inserted(JPEGS.baseline, 20, concat(...segments)), hidden);
  return [jpeg, concat(inserted(PNGS.png, pngPlaces(PNGS.png)[0] ?? 33, concat(...chunks)), hidden)];
}

describe.each(VARIANTS)('%s', (variant) => {
  test('no file in any format holds what a picture says beyond its dots, or the name of its file', async () => {
    await fc.assert(
      fc.asyncProperty(secret, async (hidden) => {
        const [jpeg, png] = planted(hidden);
        const document = documentWith([
          { bytes: jpeg, mime: 'image/jpeg' },
          { bytes: png, mime: 'image/png' },
        ]);
        const source = publishSource(document, 'ja');
        const { files } = await renderFiles(
          { source, variant, formats: OUTPUT_FORMATS, now: 0 },
          toolsFor(document),
        );
        expect(files).toHaveLength(OUTPUT_FORMATS.length);
        for (const { format, bytes } of files) {
          const all = opened(bytes);
          expect(all.includes(Buffer.from(hidden)), format).toBe(false);
          for (const word of ['湊', sha256(jpeg), sha256(png)])
            expect(all.includes(word), `${format} ${word}`).toBe(false);
          if (format === 'docx' || format === 'xlsx') expect(problemsOf(bytes)).toEqual([]);
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);
});

describe('提出用', () => {
  const [jpeg, png] = planted(Buffer.from('湊一郎 35.68N 139.69E'));
  const document = documentWith([
    { bytes: jpeg, mime: 'image/png' },
    { bytes: png, mime: 'image/png' },
  ]);

  test('the data file has both pictures under neutral names, known by their own digest and kind', async () => {
    const source = publishSource(document, 'ja');
    const { files } = await renderFiles(
      { source, variant: 'clean', formats: ['json'], now: 0 },
      toolsFor(document),
    );
    const reading = readJson(strFromU8(files[0]?.bytes ?? new Uint8Array()), counter('r'));
    if (!reading.ok) throw new Error(reading.error.kind);
    expect(reading.pictures.map(({ name, mime }) => [name, mime])).toEqual([
      ['図1.jpg', 'image/jpeg'],
      ['図2.png', 'image/png'],
    ]);
    for (const { hash, bytes } of reading.pictures) expect(sha256(bytes)).toBe(hash);
    const diagram = reading.assessment.values['annex1.diagram'];
    const images = typeof diagram === 'object' && 'images' in diagram ? diagram.images : [];
    expect(images.map(({ hash }) => hash)).toEqual(reading.pictures.map(({ hash }) => hash));
  });

  test('the document keeps its own bytes', () => {
    expect(document.attachments[0]?.bytes).toEqual(jpeg);
  });

  test('a picture that cannot be read to its end is in no file, and its name is reported', async () => {
    const cut = { bytes: jpeg.subarray(0, JPEGS.baseline.length), mime: 'image/jpeg' } as const;
    const document = documentWith([cut, { bytes: png, mime: 'image/png' }]);
    const source = publishSource(document, 'ja');
    const made = await renderFiles(
      { source, variant: 'clean', formats: ['docx', 'html'], now: 0 },
      toolsFor(document),
    );
    expect(made.leftOut).toEqual([NAMES[0]]);
    const media = Object.keys(unzipSync(made.files[0]?.bytes ?? new Uint8Array())).filter((name) =>
      name.includes('media'),
    );
    expect(media).toEqual(['word/media/image1.png']);
    expect(strFromU8(made.files[1]?.bytes ?? new Uint8Array()).match(/<img /g)).toHaveLength(1);
  });
});

test('見え消し: a picture that stayed is no change, and its metadata is gone', async () => {
  const hidden = Buffer.from('湊一郎 35.68N 139.69E');
  const document = documentWith([{ bytes: planted(hidden)[0], mime: 'image/jpeg' }]);
  const order = {
    before: document.assessment,
    after: document.assessment,
    sharedHistory: true,
    variant: 'redline',
    format: 'docx',
    names: {},
    decisions: {},
    drafts: {},
    rowOptions: {},
    author: 'みなも市長',
    date: '2026-04-01T00:00:00Z',
  } as const;
  const { bytes, leftOut } = await renderComparison(order, toolsFor(document));
  expect(leftOut).toEqual([]);
  const text = opened(bytes);
  expect(text.includes(hidden)).toBe(false);
  expect(text.includes('<w:ins ')).toBe(false);
});

test('the page has a policy of its own and nothing that acts', async () => {
  const text = '<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)';
  const base = emptyAssessment(formOf('form4'), counter());
  const assessment = applyEdit(base, setValue(base, 'cover.name', text));
  const document = documentOf(assessment, 'd', 0);
  const source = publishSource(document, 'ja');
  const { files } = await renderFiles(
    { source, variant: 'public', formats: ['html', 'pdf'], now: 0 },
    toolsFor(document),
  );
  const [page = '', printed = ''] = files.map(({ bytes }) => strFromU8(bytes));
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
  );
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<title>'));
  const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
  for (const tag of ['script', 'iframe', 'object', 'embed', 'form', 'link', 'base', 'svg'])
    expect(tags).not.toContain(tag);
  expect(/<[a-z][^>]* on[a-z]+=/.exec(page)).toBeNull();
  expect(/<[a-z][^>]* (?:src|href)="(?!data:image\/)/.exec(page)).toBeNull();
  // What is printed needs the fonts of the program, and is held by the policy of its window.
  expect(printed).not.toContain('Content-Security-Policy');
});
