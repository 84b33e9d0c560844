import type { OperatorList } from './library';
import type { PdfSource } from './source';

/** Signs that hide a string: `<hex>` or `(text)`, without brackets in it other than escaped ones. */
const HEX = '<[0-9A-Fa-f\\s]*>';
const LITERAL = '\\((?:\\\\[\\s\\S]|[^\\\\()])*\\)';
const INNER = `<<(?:[^<>()]|${HEX}|${LITERAL})*>>`;

/** `/Span <<…>> BDC`, `/Span /Name BDC` (ISO 32000-1, 14.6). */
const SEQUENCE = new RegExp(
  `/([^\\s<>\\[\\]()/%]+)\\s*(<<(?:[^<>()]|${HEX}|${LITERAL}|${INNER})*>>|/[^\\s<>\\[\\]()/%]+)\\s*BDC\\b`,
  'g',
);
const ACTUAL_TEXT = new RegExp(`/ActualText\\s*(${HEX}|${LITERAL})`);

type Codes = Readonly<Record<string, number>>;

/** A sequence of marked content among the operators of a page. */
interface Sequence {
  readonly at: number;
  readonly tag: string;
}

/**
 * What sequences of a page stand for instead of what they show (ISO 32000-1, 14.9.4), by the place of the operator
 * that begins them. pdf.js leaves it out, so it comes from the file; where the two disagree about the sequences of
 * the page, nothing is replaced.
 */
export function actualTextsOf(
  { fnArray, argsArray }: OperatorList,
  ops: Codes,
  page: number | undefined,
  source: PdfSource,
): ReadonlyMap<number, string> {
  const known = sequencesOf({ fnArray, argsArray }, ops);
  if (page === undefined || !known.some((sequence) => mayReplace(argsArray[sequence.at]))) return new Map();
  const written = [...(source.contentOf(page) ?? '').matchAll(SEQUENCE)].filter(([, tag]) => tag !== 'OC');
  const agree = known.length === written.length && known.every(({ tag }, nth) => tag === written[nth]?.[1]);
  if (!agree) return new Map();
  return new Map(
    known.flatMap(({ at }, nth): readonly (readonly [number, string])[] => {
      const list = written[nth]?.[2] ?? '';
      const text = actualTextIn(list.startsWith('/') ? source.propertiesOf(page, list.slice(1)) : list);
      return text === undefined ? [] : [[at, text]];
    }),
  );
}

/** Those that the page itself begins, not a form that it draws. */
function sequencesOf({ fnArray, argsArray }: OperatorList, ops: Codes): readonly Sequence[] {
  const found: Sequence[] = [];
  let depth = 0;
  fnArray.forEach((code, at) => {
    if (code === ops.paintFormXObjectBegin || code === ops.beginAnnotation) depth++;
    if (code === ops.paintFormXObjectEnd || code === ops.endAnnotation) depth--;
    if (code !== ops.beginMarkedContentProps || depth > 0) return;
    const [tag] = argsArray[at] as readonly [string];
    if (tag !== 'OC') found.push({ at, tag });
  });
  return found;
}

/** A sequence of the structure has a number; one that replaces text has none. Page decoration replaces nothing. */
function mayReplace(args: unknown): boolean {
  const [tag, number] = args as readonly [string, number | null | undefined];
  return typeof number !== 'number' && tag !== 'Artifact';
}

function actualTextIn(dictionary: string | undefined): string | undefined {
  const string = ACTUAL_TEXT.exec(dictionary ?? '')?.[1];
  return string === undefined
    ? undefined
    : decoded(string.startsWith('<') ? bytesOfHex(string) : bytesOfLiteral(string));
}

function bytesOfHex(string: string): string {
  const digits = string.replace(/[^0-9A-Fa-f]/g, '');
  return digits.replace(/..?/g, (pair) => String.fromCharCode(parseInt(pair.padEnd(2, '0'), 16)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOfLiteral(string: string): string {
  return string
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped)
        ? String.fromCharCode(parseInt(escaped, 8) & 0xff)
        : (ESCAPES[escaped] ?? escaped.replace(/^\r?\n/, '')),
    );
}

/** UTF-16 or UTF-8 where it says so, else one byte a character. */
function decoded(bytes: string): string {
  const array = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(array);
  return bytes.startsWith('\xef\xbb\xbf') ? new TextDecoder().decode(array) : bytes;
}
