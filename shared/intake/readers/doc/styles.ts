import { type Bytes, NOTHING } from './bytes';
import { lookOf, type Look, PLAIN } from './look';
import { type ParagraphPlace, placeOf, TEXT } from './paragraphs';

/** What the stylesheet (MS-DOC 2.9.271) says about paragraphs and characters, by the numbers of the styles. */
export interface Styles {
  placeOf(style: number): ParagraphPlace;
  /** Of the characters of a paragraph of this style. */
  lookOf(style: number): Look;
  /** A character style laid over the look of the paragraph. */
  over(style: number, under: Look): Look;
  isHeading(style: number): boolean;
}

interface Style {
  readonly id: number;
  readonly name: string;
  readonly kind: number;
  readonly basedOn: number;
  /** Modifiers of the paragraph, then of its characters; of a character style only these. */
  readonly paragraph: Bytes;
  readonly characters: Bytes;
}

const PARAGRAPH = 1;
const CHARACTER = 2;
const LONGEST_CHAIN = 12;

/** Styles inherit from the one they are based on. */
export function readStyles(sheet: Bytes): Styles {
  const styles = stylesOf(sheet);
  const chain = (style: number) => chainOf(styles, style);
  const place = remembered((style) =>
    chain(style).reduce((under, own) => placeOf(under, own.paragraph), TEXT),
  );
  const look = remembered((style) =>
    chain(style).reduce((under, own) => lookOf(own.characters, under, same), PLAIN),
  );
  return {
    placeOf: (style) => ({ ...place(style), style }),
    lookOf: look,
    over: (style, under) => chain(style).reduce((over, own) => lookOf(own.characters, over, same), under),
    isHeading: (style) => chain(style).some(isHeading),
  };
}

/** Character styles do not stand within styles. */
function same(_: number, under: Look): Look {
  return under;
}

/** Heading 1 to 9 and Title have fixed numbers, whatever they are called in the language of the program. */
function isHeading({ id, name, kind }: Style): boolean {
  return kind === PARAGRAPH && ((id >= 1 && id <= 9) || id === 62 || /^(heading \d|title)$/i.test(name));
}

function remembered<T>(make: (style: number) => T): (style: number) => T {
  const known = new Map<number, T>();
  return (style) => {
    const made = known.get(style) ?? make(style);
    known.set(style, made);
    return made;
  };
}

/** The style after those it is based on. */
function chainOf(styles: readonly (Style | undefined)[], index: number): readonly Style[] {
  const chain: Style[] = [];
  for (let style = styles[index]; style && chain.length < LONGEST_CHAIN; style = styles[style.basedOn])
    chain.unshift(style);
  return chain;
}

function stylesOf(sheet: Bytes): readonly (Style | undefined)[] {
  const head = sheet.u16(0);
  const [count, base] = [sheet.u16(2), sheet.u16(4)];
  const styles: (Style | undefined)[] = [];
  for (let at = 2 + head; styles.length < count && at + 2 <= sheet.length; at += 2 + sheet.u16(at)) {
    const length = sheet.u16(at);
    styles.push(length === 0 ? undefined : styleOf(sheet.part(at + 2, length), base));
  }
  return styles;
}

/** `base`: length of the part before the name. */
function styleOf(style: Bytes, base: number): Style {
  const nameLength = style.u16(base);
  const kind = style.u16(2) & 15;
  const parts = partsOf(style, base + 2 + nameLength * 2 + 2);
  const [first = NOTHING, second = NOTHING] = parts;
  return {
    id: style.u16(0) & 0xfff,
    name: style.utf16(base + 2, nameLength),
    kind,
    basedOn: style.u16(2) >> 4,
    // The modifiers of the paragraph follow the number of the style itself.
    paragraph: kind === PARAGRAPH ? first.part(2, first.length) : NOTHING,
    characters: kind === PARAGRAPH ? second : kind === CHARACTER ? first : NOTHING,
  };
}

/** Each part has its length before it and begins at an even place. */
function partsOf(style: Bytes, from: number): readonly Bytes[] {
  const parts: Bytes[] = [];
  for (
    let at = from;
    parts.length < 2 && at + 2 <= style.length;
    at += 2 + style.u16(at) + (style.u16(at) & 1)
  )
    parts.push(style.part(at + 2, style.u16(at)));
  return parts;
}
