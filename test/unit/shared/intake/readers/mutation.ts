import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';

/** Bytes changed, cut off, doubled or put in another order. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, bytes.length - 1) });
  return fc.oneof(
    fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 40 }).map((changes) => {
      const copy = bytes.slice();
      for (const [place, value] of changes) copy[place] = value;
      return copy;
    }),
    at.map((end) => bytes.slice(0, end)),
    fc
      .tuple(at, at)
      .map(([a, b]) => Uint8Array.from([...bytes.slice(0, Math.max(a, b)), ...bytes.slice(Math.min(a, b))])),
    fc
      .tuple(at, fc.nat({ max: 400 }))
      .map(([start, length]) => Uint8Array.from([...bytes.slice(0, start), ...bytes.slice(start + length)])),
  );
}

const text = new TextDecoder();
const bytesOf = (words: string) => new TextEncoder().encode(words);

/** Values that programs wrote, or people who meant harm. */
const ODD = ['', '-1', '0', '1e9', '99999999999', 'NaN', '1.5', 'あ', '../../x', '&#0;', '&amp;', '"'];

/** A number or name in its quotes, or a tag: what a reader of XML goes by. */
const ATTRIBUTE = /"[^"<]*"/g;
const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** Places of `text` that `pattern` finds, one of them taken out or put in another's stead by `change`. */
function onePlace(
  source: string,
  pattern: RegExp,
  change: (found: string, another: string, odd: string) => string,
): fc.Arbitrary<string> {
  const places = [...source.matchAll(pattern)];
  if (places.length === 0) return fc.constant(source);
  const any = fc.constantFrom(...places);
  return fc.tuple(any, any, fc.constantFrom(...ODD)).map(([place, [another], odd]) => {
    const end = place.index + place[0].length;
    return source.slice(0, place.index) + change(place[0], another, odd) + source.slice(end);
  });
}

function mutatedXml(source: string): fc.Arbitrary<string> {
  return fc.oneof(
    onePlace(source, ATTRIBUTE, (_, __, odd) => `"${odd}"`),
    onePlace(source, ATTRIBUTE, (_, another) => another),
    onePlace(source, TAG, () => ''),
    onePlace(source, TAG, (found) => found + found),
    onePlace(source, TAG, (_, another) => another),
  );
}

/** A sound ZIP archive, one to three of whose parts of XML say something else: damage that no check of the archive finds. */
export function mutatedParts(archive: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(archive);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  const changed = fc
    .constantFrom(...names)
    .chain((name) => mutatedXml(text.decode(parts[name])).map((xml) => [name, bytesOf(xml)] as const));
  return fc
    .array(changed, { minLength: 1, maxLength: 3 })
    .map((changes) => zipSync({ ...parts, ...Object.fromEntries(changes) }, { level: 1 }));
}
