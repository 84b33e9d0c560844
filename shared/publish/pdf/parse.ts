/** The skeleton of a PDF with one table of references. */
export interface ParsedPdf {
  /** Where the table begins. */
  readonly xref: number;
  /** Where each object begins, by its number. */
  readonly offsets: readonly number[];
  /** From `trailer` to the end of its dictionary. */
  readonly trailer: string;
  readonly root: number;
  readonly info: number;
}

/** An object in the clear, with its number and `endobj`. */
export interface PdfObject {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const ENTRY = 20;
/** More than catalogue and properties ever take, in bytes. */
const MAX_OBJECT_BYTES = 65_536;

/** Undefined where the file is built otherwise: references as a stream, several tables, free objects. */
export function parsePdf(pdf: Uint8Array): ParsedPdf | undefined {
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text(pdf, pdf.length - 64, pdf.length))?.[1]);
  if (!Number.isInteger(xref)) return undefined;
  const end = text(pdf, xref, pdf.length);
  const head = /^xref\n0 (\d+)\n/.exec(end);
  const trailer = /trailer\s*<<[\s\S]*?>>(?=\s*startxref)/.exec(end)?.[0];
  const [root, info] = ['Root', 'Info'].map((key) =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(trailer ?? '')?.[1]),
  );
  if (!head || trailer === undefined || !root || !info || trailer.includes('/Prev')) return undefined;
  const lines = end.slice(head[0].length, head[0].length + Number(head[1]) * ENTRY);
  const offsets = offsetsIn(lines);
  return offsets?.length === Number(head[1]) ? { xref, offsets, trailer, root, info } : undefined;
}

function offsetsIn(lines: string): readonly number[] | undefined {
  const entries = Array.from({ length: lines.length / ENTRY }, (_, at) =>
    lines.slice(at * ENTRY, (at + 1) * ENTRY),
  );
  const areEntries = entries.every((entry, at) =>
    at === 0 ? entry.includes('f') : /^\d{10} 00000 n/.test(entry),
  );
  return areEntries ? entries.map((entry) => Number(entry.slice(0, 10))) : undefined;
}

export function objectOf(pdf: Uint8Array, { offsets }: ParsedPdf, number: number): PdfObject | undefined {
  const from = offsets[number] ?? pdf.length;
  const object = /^\d+ 0 obj\s*<<[\s\S]*?\bendobj\n?/.exec(text(pdf, from, from + MAX_OBJECT_BYTES))?.[0];
  return object === undefined ? undefined : { from, to: from + object.length, text: object };
}

/** Bytes as characters, one each. */
function text(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, from), to));
}

export function inLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
