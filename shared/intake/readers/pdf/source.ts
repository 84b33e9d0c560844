import { strFromU8 } from 'fflate';
import { type FoundObject, objectsIn, streamData } from './objects';
import { inflated, soundness, unpackedObjects, type Soundness } from './packed';

/** A character map, unpacked (bytes): one line for each of 65,536 characters at most. */
const MOST_OF_MAP = 16 * 1024 * 1024;

/** Deeper than forms of documents stand within one another. */
const DEEPEST_FORM = 200;

/** So many bytes at the end of a file hold the mark of its end. */
const LAST_BYTES = 2048;

const NAMED_REFERENCE = /\/([^\s<>[\]()/%]+)\s+(\d+)\s+\d+\s+R\b/g;

const REFERENCE = /^\s*(\d+)\s+\d+\s+R\b/;

/**
 * The file itself, for what pdf.js keeps to itself: contents of pages as they were written. Answers undefined where
 * it cannot tell; encrypted files and filters other than Flate are not read.
 */
export class PdfSource {
  private text: string | undefined;
  private found: ReadonlyMap<number, FoundObject> | undefined;
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
    const forms = [...this.objects()].filter(([, { head }]) => /\/Subtype\s*\/Form\b/.test(head));
    return this.worstOf(
      forms.map(([number]) => number),
      most,
    );
  }

  /** Whether pages may show pictures; true where nobody can tell. */
  get mayHoldPictures(): boolean {
    const objects = this.objects();
    return objects.size === 0 || [...objects.values()].some(({ head }) => /\/Subtype\s*\/Image\b/.test(head));
  }

  /** Whether the end of the file is missing: the mark of its end stands in its last bytes (ISO 32000-1, 7.5.5). */
  get isCutOff(): boolean {
    return !strFromU8(this.bytes.subarray(-LAST_BYTES), true).includes('%%EOF');
  }

  /**
   * How often the forms that stand within other forms are drawn, all together; counting ends beyond `most`. A form that shows another twice, over
   * and over, asks for more drawing than any machine can do.
   */
  drawnForms(most: number): number {
    const counts = new Map<number, number>();
    const countOf = (number: number, depth: number): number => {
      const known = counts.get(number);
      if (known !== undefined || depth > DEEPEST_FORM) return known ?? 0;
      counts.set(number, 0);
      const inner = this.formsWithin(number).map((form) => 1 + countOf(form, depth + 1));
      const total = Math.min(
        most + 1,
        inner.reduce((sum, count) => sum + count, 0),
      );
      counts.set(number, total);
      return total;
    };
    return this.outerForms().reduce((largest, number) => Math.max(largest, countOf(number, 0)), 0);
  }

  /** Forms with a list of other forms. */
  private outerForms(): readonly number[] {
    const isOuter = ({ head }: FoundObject) =>
      /\/Subtype\s*\/Form\b/.test(head) && /\/(XObject\s*<<|Resources\s+\d)/.test(head);
    return [...this.objects()].flatMap(([number, object]) => (isOuter(object) ? [number] : []));
  }

  /** The numbers of the forms that a form draws, each as often as it draws it. */
  private formsWithin(number: number): readonly number[] {
    const resources = this.entry(this.objectOf(number)?.head, 'Resources');
    const listed = this.entry(resources, 'XObject');
    if (listed === undefined) return [];
    const named = new Map([...listed.matchAll(NAMED_REFERENCE)].map(([, name, to]) => [name, Number(to)]));
    const content = this.streamOf(number) ?? '';
    return [...content.matchAll(/\/([^\s<>[\]()/%]+)\s+Do\b/g)].flatMap(([, name]) => named.get(name) ?? []);
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
    const contents = this.entry(this.objectOf(page)?.head, 'Contents');
    return [...(contents?.matchAll(/(\d+)\s+\d+\s+R\b/g) ?? [])].map(([, number]) => Number(number));
  }

  /** A named property list of a page (ISO 32000-1, 14.6.2), as a dictionary. */
  propertiesOf(page: number, name: string): string | undefined {
    const resources = this.entry(this.objectOf(page)?.head, 'Resources');
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
    const fonts = [...this.objects().values()].filter(({ head }) => /\/Subtype\s*\/Type0\b/.test(head));
    const isNumbered = ({ head }: FoundObject) => !this.hasMeaning(head);
    const sound = new Set(fonts.filter((font) => !isNumbered(font)).map(({ head }) => nameIn(head)));
    return new Set(
      fonts.filter(isNumbered).flatMap(({ head }) => (sound.has(nameIn(head)) ? [] : nameIn(head))),
    );
  }

  /** A character map of its own, a known encoding, or a known collection of characters. */
  private hasMeaning(font: string): boolean {
    if (!/\/Encoding\s*\/Identity-[HV]\b/.test(font)) return true;
    const map = Number(/\/ToUnicode\s+(\d+)/.exec(font)?.[1]);
    if (/\/ToUnicode\s*\//.test(font)) return true;
    if (map) return this.worstOf([map], MOST_OF_MAP) === 'sound';
    const descendant = Number(/\/DescendantFonts\s*\[?\s*(\d+)/.exec(font)?.[1]);
    const text = this.objectOf(descendant)?.head ?? '';
    const collection = this.entry(text, 'CIDSystemInfo') ?? text;
    return !/\/Ordering\s*\(\s*Identity/.test(collection);
  }

  /** What stands behind a key, references followed. */
  private entry(dictionary: string | undefined, key: string): string | undefined {
    const value = dictionary === undefined ? undefined : valueIn(dictionary, key);
    const number = REFERENCE.exec(value ?? '')?.[1];
    const found = number === undefined ? undefined : this.objectOf(Number(number));
    // The contents of a page are a stream or a list of streams: the reference to a stream stays one.
    return found === undefined || found.data !== undefined ? value : found.head;
  }

  private streamOf(number: number): string | undefined {
    const found = this.objectOf(number);
    if (found?.data === undefined || /\/(Crypt|Predictor|LZW|ASCII|RunLength)/.test(found.head))
      return undefined;
    const data = this.packedDataOf(number);
    return data ? inflated(data) : strFromU8(this.dataFrom(found.data), true);
  }

  /** The data of a stream that is packed with Flate before anything else. */
  private packedDataOf(number: number): Uint8Array | undefined {
    const found = this.objectOf(number);
    const isFlate = /\/Filter\s*\[?\s*\/Fl(ateDecode)?\b/.test(found?.head ?? '');
    return isFlate && found?.data !== undefined ? this.dataFrom(found.data) : undefined;
  }

  private dataFrom(start: number): Uint8Array {
    return streamData(this.latin(), this.bytes, start);
  }

  private objectOf(number: number): FoundObject | undefined {
    return this.objects().get(number);
  }

  private objects(): ReadonlyMap<number, FoundObject> {
    return (this.found ??= allObjects(this.latin(), this.bytes));
  }

  /** Bytes as characters, one each. */
  private latin(): string {
    return (this.text ??= strFromU8(this.bytes, true));
  }
}

function nameIn(font: string): string {
  return /\/BaseFont\s*\/([^\s/<>[\]()]+)/.exec(font)?.[1]?.replace(/-Identity-[HV]$/, '') ?? '';
}

/** By number. Where one stands twice, the later one counts: changes are written behind. */
function allObjects(text: string, bytes: Uint8Array): ReadonlyMap<number, FoundObject> {
  if (/\/Encrypt\b/.test(text)) return new Map();
  const all = [...unpackedObjects(text, bytes), ...objectsIn(text)];
  return new Map(all.map((found) => [found.number, found]));
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
