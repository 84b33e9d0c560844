import { strFromU8 } from 'fflate';
import { inflated, soundness, unpackedObjects, type Soundness } from './packed';

/** More than a dictionary of a page takes, in characters. */
const LONGEST_HEAD = 65_536;

/** A character map, unpacked (bytes): one line for each of 65,536 characters at most. */
const MOST_OF_MAP = 16 * 1024 * 1024;

const OBJECT = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b/g;
const REFERENCE = /^\s*(\d+)\s+\d+\s+R\b/;

/**
 * The file itself, for what pdf.js keeps to itself: contents of pages as they were written. Answers undefined where
 * it cannot tell; encrypted files and filters other than Flate are not read.
 */
export class PdfSource {
  private text: string | undefined;
  private heads: ReadonlyMap<number, Head> | undefined;
  private writesSums = false;
  private numbered: ReadonlySet<string> | undefined;

  constructor(private readonly bytes: Uint8Array) {}

  /** The operators of a page by the number of its object. */
  contentOf(page: number): string | undefined {
    const streams = this.contentsOf(page).map((number) => this.streamOf(number));
    return streams.includes(undefined) || streams.length === 0 ? undefined : streams.join('\n');
  }

  /** Whether the contents of a page can be unpacked, to at most so many bytes; `sound` where nobody can tell. */
  soundnessOf(page: number, most: number): Soundness {
    return this.worstOf(this.contentsOf(page), most);
  }

  /** The same for all forms that pages may draw. */
  soundnessOfForms(most: number): Soundness {
    const forms = [...this.objects()].filter(([, { text }]) => /\/Subtype\s*\/Form\b/.test(text));
    return this.worstOf(
      forms.map(([number]) => number),
      most,
    );
  }

  private worstOf(streams: readonly number[], most: number): Soundness {
    const found = streams.map((number) => {
      const data = this.packedDataOf(number);
      return data ? soundness(data, most) : undefined;
    });
    this.writesSums ||= found.includes('sound');
    const worst = (['tooLarge', 'damaged', 'wrongSum'] as const).find((each) => found.includes(each));
    // Some writers leave the sums out altogether.
    return worst === 'wrongSum' && !this.writesSums ? 'sound' : (worst ?? 'sound');
  }

  /** The numbers of its streams. */
  private contentsOf(page: number): readonly number[] {
    const contents = this.entry(this.headOf(page)?.text, 'Contents');
    return [...(contents?.matchAll(/(\d+)\s+\d+\s+R\b/g) ?? [])].map(([, number]) => Number(number));
  }

  /** A named property list of a page (ISO 32000-1, 14.6.2), as a dictionary. */
  propertiesOf(page: number, name: string): string | undefined {
    const resources = this.entry(this.headOf(page)?.text, 'Resources');
    return this.entry(this.entry(resources, 'Properties'), name);
  }

  /**
   * Names of fonts whose characters are numbers of their shapes and nothing else (ISO 32000-1, 9.10): what they mean
   * stands nowhere.
   */
  get numberedFonts(): ReadonlySet<string> {
    return (this.numbered ??= this.findNumberedFonts());
  }

  private findNumberedFonts(): ReadonlySet<string> {
    const fonts = [...this.objects().values()].filter(({ text }) => /\/Subtype\s*\/Type0\b/.test(text));
    const isNumbered = ({ text }: Head) => !this.hasMeaning(text);
    const sound = new Set(fonts.filter((font) => !isNumbered(font)).map(({ text }) => nameIn(text)));
    return new Set(
      fonts.filter(isNumbered).flatMap(({ text }) => (sound.has(nameIn(text)) ? [] : nameIn(text))),
    );
  }

  /** A character map of its own, a known encoding, or a known collection of characters. */
  private hasMeaning(font: string): boolean {
    if (!/\/Encoding\s*\/Identity-[HV]\b/.test(font)) return true;
    const map = Number(/\/ToUnicode\s+(\d+)/.exec(font)?.[1]);
    if (/\/ToUnicode\s*\//.test(font)) return true;
    if (map) return this.worstOf([map], MOST_OF_MAP) === 'sound';
    const descendant = Number(/\/DescendantFonts\s*\[?\s*(\d+)/.exec(font)?.[1]);
    const text = this.headOf(descendant)?.text ?? '';
    const collection = this.entry(text, 'CIDSystemInfo') ?? text;
    return !/\/Ordering\s*\(\s*Identity/.test(collection);
  }

  /** What stands behind a key, references followed. */
  private entry(dictionary: string | undefined, key: string): string | undefined {
    const value = dictionary === undefined ? undefined : valueIn(dictionary, key);
    const number = REFERENCE.exec(value ?? '')?.[1];
    const head = number === undefined ? undefined : this.headOf(Number(number));
    // The contents of a page are a stream or a list of streams: the reference to a stream stays one.
    return head === undefined || head.data !== undefined ? value : head.text;
  }

  private streamOf(number: number): string | undefined {
    const head = this.headOf(number);
    if (head?.data === undefined || /\/(Crypt|Predictor|LZW|ASCII|RunLength)/.test(head.text))
      return undefined;
    const data = this.packedDataOf(number);
    return data ? inflated(data) : strFromU8(this.dataFrom(head.data), true);
  }

  /** The data of a stream that is packed with Flate before anything else. */
  private packedDataOf(number: number): Uint8Array | undefined {
    const head = this.headOf(number);
    const isFlate = /\/Filter\s*\[?\s*\/Fl(ateDecode)?\b/.test(head?.text ?? '');
    return isFlate && head?.data !== undefined ? this.dataFrom(head.data) : undefined;
  }

  private dataFrom(start: number): Uint8Array {
    const end = this.latin().indexOf('endstream', start);
    return this.bytes.subarray(start, end < 0 ? this.bytes.length : end);
  }

  private headOf(number: number): Head | undefined {
    return this.objects().get(number);
  }

  private objects(): ReadonlyMap<number, Head> {
    return (this.heads ??= headsIn(this.latin(), this.bytes));
  }

  /** Bytes as characters, one each. */
  private latin(): string {
    return (this.text ??= strFromU8(this.bytes, true));
  }
}

function nameIn(font: string): string {
  return /\/BaseFont\s*\/([^\s/<>[\]()]+)/.exec(font)?.[1]?.replace(/-Identity-[HV]$/, '') ?? '';
}

/** An object up to the data of its stream, and where these begin. */
interface Head {
  readonly text: string;
  readonly data: number | undefined;
}

/** Where a number stands twice, the later one counts: changes are written behind. */
function headsIn(text: string, bytes: Uint8Array): ReadonlyMap<number, Head> {
  if (/\/Encrypt\b/.test(text)) return new Map();
  const packed = unpackedObjects(text, bytes).map(({ number, head }): [number, Head] => [
    number,
    { text: head, data: undefined },
  ]);
  const plain = [...text.matchAll(OBJECT)].map((found): [number, Head] => [
    Number(found[1]),
    headAt(text, found.index + found[0].length),
  ]);
  return new Map([...packed, ...plain]);
}

function headAt(text: string, from: number): Head {
  const rest = text.slice(from, from + LONGEST_HEAD);
  const end = /\b(?:endobj|stream\r?\n)/.exec(rest);
  if (!end) return { text: rest, data: undefined };
  const isStream = end[0].startsWith('stream');
  return { text: rest.slice(0, end.index), data: isStream ? from + end.index + end[0].length : undefined };
}

/** The text behind the key, to the end of a dictionary where it is one. */
function valueIn(dictionary: string, key: string): string | undefined {
  const found = new RegExp(`/${key.replace(/[^\w-]/g, '\\$&')}(?![\\w-])\\s*`).exec(dictionary);
  if (!found) return undefined;
  const rest = dictionary.slice(found.index + found[0].length);
  if (rest.startsWith('<<')) return rest.slice(0, endOfDictionary(rest));
  return rest.startsWith('[') ? rest.slice(0, rest.indexOf(']') + 1) : (REFERENCE.exec(rest)?.[0] ?? rest);
}

function endOfDictionary(text: string): number {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/<<|>>/g)) {
    depth += mark === '<<' ? 1 : -1;
    if (depth === 0) return index + 2;
  }
  return text.length;
}
