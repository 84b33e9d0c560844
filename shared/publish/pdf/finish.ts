import { repeatedHeads } from './repeatedHeads';
import { inLatin1, objectOf, type ParsedPdf, parsePdf } from './parse';

/** What the properties of the file say besides its title. */
export interface PdfProperties {
  readonly author: string;
  readonly subject: string;
  /** The program that made it. */
  readonly creator: string;
}

/**
 * The PDF of the browser engine with what the engine cannot say: labels of pages (1, 2, 3 … as at their foot), the
 * bookmarks open, author, subject and program instead of the computer's user agent, and heads of tables that are read
 * aloud once. The old objects are wiped, not merely superseded. A file of another structure than the engine's (one
 * table of references, objects in the clear) stays as it is.
 */
export function finishPdf(pdf: Uint8Array, properties: PdfProperties): Uint8Array {
  const parsed = parsePdf(pdf);
  const root = parsed && objectOf(pdf, parsed, parsed.root);
  const info = parsed && objectOf(pdf, parsed, parsed.info);
  if (!parsed || !root || !info || root.text.includes('/PageLabels')) return pdf;
  const body = pdf.slice(0, parsed.xref);
  for (const old of [root, info, ...repeatedHeads(pdf, parsed)]) body.fill(SPACE, old.from, old.to);
  return withObjects(body, parsed, [
    [parsed.root, withEntries(root.text, ['PageMode'], VIEW)],
    [parsed.info, withEntries(info.text, ['Author', 'Subject', 'Creator'], entriesOf(properties))],
  ]);
}

const SPACE = 0x20;
const VIEW = '/PageLabels <</Nums [0 <</S /D>>]>>\n/PageMode /UseOutlines';

function entriesOf({ author, subject, creator }: PdfProperties): string {
  const entries = { Author: author, Subject: subject, Creator: creator };
  return Object.entries(entries)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `/${key} ${hexText(text)}`)
    .join('\n');
}

/** A dictionary with entries of its own in place of those that it had. */
function withEntries(object: string, keys: readonly string[], entries: string): string {
  const kept = keys.reduce(
    (text, key) =>
      text.replace(new RegExp(`/${key}\\s*(?:<[0-9A-Fa-f\\s]*>|\\((?:\\\\.|[^\\\\)])*\\)|/\\w+)\\s*`), ''),
    object,
  );
  const end = kept.lastIndexOf('>>');
  return `${kept.slice(0, end)}\n${entries}${kept.slice(end)}`;
}

/** A text string (PDF 32000, 7.9.2.2): UTF-16BE with its mark, in hexadecimal digits. */
function hexText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return `<FEFF${units.map((unit) => unit.toString(16).toUpperCase().padStart(4, '0')).join('')}>`;
}

type Replacement = readonly [number: number, object: string];

/** The objects behind all others, and the table of references anew. */
function withObjects(body: Uint8Array, parsed: ParsedPdf, objects: readonly Replacement[]): Uint8Array {
  const offsets = [...parsed.offsets];
  let at = body.length;
  for (const [number, object] of objects) {
    offsets[number] = at;
    at += object.length;
  }
  const references = offsets.map((offset, number) =>
    number === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 ${String(offsets.length)}\n${references.join('')}${parsed.trailer}\nstartxref\n${String(at)}\n%%EOF\n`;
  return concatenate([body, ...objects.map(([, object]) => inLatin1(object)), inLatin1(table)]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
