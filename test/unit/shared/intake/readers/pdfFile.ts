import { strFromU8, strToU8, zlibSync } from 'fflate';

interface PageMore {
  readonly rotate?: number;
  /** What the resources of pages hold beside fonts. */
  readonly resources?: string;
  /** What `F1` and `F2` say about their characters: `Japan1`, or `Identity`, which says nothing. */
  readonly ordering?: string;
  /** Encoding of `F1`; `F2` has the vertical one. */
  readonly encoding?: string;
  /** Dictionaries of annotations of every page. */
  readonly annotations?: readonly string[];
  /** What the catalogue holds beside pages. */
  readonly catalogue?: string;
  /** Fonts beside `F1` to `F3`, as entries of the resources. */
  readonly fonts?: string;
  /** Objects with numbers below 10 and above 7, or above those of pages, written out. */
  readonly objects?: readonly string[];
  /** Contents are packed, and what comes of it may be spoilt; pages from 0. */
  readonly packed?: (data: Uint8Array, page: number) => Uint8Array;
}

/**
 * A PDF whose pages have these contents. Fonts: `F1` Japanese, `F2` Japanese vertical, `F3` Latin; A4, or what
 * `box` says. Nothing is embedded: the reader needs its character maps.
 */
export function pdfOf(pages: readonly string[], more: PageMore = {}): Uint8Array {
  const first = 10;
  const pageObjects = pages.flatMap((content, at) => {
    const id = first + at * 2;
    const rotate = more.rotate === undefined ? '' : `/Rotate ${more.rotate}`;
    return [
      `${id} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${rotate}/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R${more.fonts ?? ''}>>${more.resources ?? ''}>>${annotationsOf(more)}/Contents ${id + 1} 0 R>> endobj`,
      `${id + 1} 0 obj ${streamOf(content, at, more)} endobj`,
    ];
  });
  const font = (id: number, map: string) =>
    `${id} 0 obj <</Type/Font/Subtype/Type0/BaseFont/KozMinPro-Regular/Encoding/${map}/DescendantFonts[6 0 R]>> endobj`;
  const objects = [
    `1 0 obj <</Type/Catalog/Pages 2 0 R${more.catalogue ?? ''}>> endobj`,
    `2 0 obj <</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}]>> endobj`,
    font(3, more.encoding ?? 'UniJIS-UTF16-H'),
    font(4, (more.encoding ?? 'UniJIS-UTF16-H').replace(/H$/, 'V')),
    '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    `6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/KozMinPro-Regular/CIDSystemInfo<</Registry(Adobe)/Ordering(${more.ordering ?? 'Japan1'})/Supplement 6>>/DW 1000/FontDescriptor 7 0 R>> endobj`,
    '7 0 obj <</Type/FontDescriptor/FontName/KozMinPro-Regular/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>> endobj',
    ...pageObjects,
    ...(more.objects ?? []),
  ];
  return strToU8(
    `%PDF-1.7\n${objects.join('\n')}\ntrailer <</Root 1 0 R/Size ${first + pages.length * 2}>>\n%%EOF`,
    true,
  );
}

function annotationsOf({ annotations }: PageMore): string {
  return annotations ? `/Annots[${annotations.join(' ')}]` : '';
}

function streamOf(content: string, page: number, { packed }: PageMore): string {
  const data = packed ? strFromU8(packed(zlibSync(strToU8(content, true)), page), true) : content;
  return `<</Length ${data.length}${packed ? '/Filter/FlateDecode' : ''}>> stream\n${data}\nendstream`;
}

/** Text whose base line begins here; `y` from the upper edge of A4. */
export function text(x: number, y: number, words: string, size = 10, font = 'F1'): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex(words)}> Tj ET`;
}

export function latin(x: number, y: number, words: string, size = 10): string {
  return `BT /F3 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${words}) Tj ET`;
}

/** A text string of the file itself, in UTF-16. */
export function stringOf(words: string): string {
  return `<feff${hex(words)}>`;
}

function hex(words: string): string {
  return Array.from({ length: words.length }, (_, at) =>
    words.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');
}

/** A drawn frame; `y` from the upper edge. */
export function frame(x: number, y: number, width: number, height: number): string {
  return `0.5 w ${x} ${842 - y - height} ${width} ${height} re S`;
}

/** A filled area, e.g. the shade of a heading, or a thin one as a line. */
export function fill(x: number, y: number, width: number, height: number, grey = 0.9): string {
  return `${grey} g ${x} ${842 - y - height} ${width} ${height} re f 0 g`;
}

/** A table of frames with one line of text a cell. */
export function table(
  x: number,
  y: number,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  height = 20,
): string {
  return rows
    .flatMap((cells, row) =>
      cells.flatMap((words, column) => {
        const left = x + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
        const top = y + row * height;
        return [
          frame(left, top, widths[column] ?? 0, height),
          ...(words === '' ? [] : [text(left + 3, top + 14, words)]),
        ];
      }),
    )
    .join('\n');
}
