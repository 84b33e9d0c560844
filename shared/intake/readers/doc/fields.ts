/** What a character does in a field (MS-DOC 2.8.25): `{ instruction | result }`. */
export type FieldMark = 'begin' | 'separator' | 'end';

export const FIELD_BEGIN = '\x13';
const FIELD_SEPARATOR = '\x14';

/** Fields within fields; more than any document has. */
const MOST_DEPTH = 32;

interface Begun {
  readonly at: number;
  readonly paragraphs: number;
  separator: number | undefined;
  /** The instruction goes over several paragraphs: nothing that can be left out. */
  broad: boolean;
}

/**
 * The marks of fields that are whole, by their place. A mark without its others says nothing, so that damage cannot
 * make the text behind it an instruction.
 */
export function fieldMarks(text: string, from: number, to: number): ReadonlyMap<number, FieldMark> {
  const marks = new Map<number, FieldMark>();
  const open: Begun[] = [];
  let paragraphs = 0;
  for (const { 0: mark, index } of text.slice(from, to).matchAll(/[\r\x07\x13-\x15]/g)) {
    const at = from + index;
    if (mark === '\r' || mark === '\x07') paragraphs++;
    else if (mark === FIELD_BEGIN) open.push({ at, paragraphs, separator: undefined, broad: false });
    else if (mark === FIELD_SEPARATOR) separate(open.at(-1), at, paragraphs);
    else {
      const field = open.pop();
      if (field && open.length < MOST_DEPTH) close(field, at, paragraphs, marks);
    }
  }
  return marks;
}

function separate(field: Begun | undefined, at: number, paragraphs: number): void {
  if (!field || field.separator !== undefined) return;
  field.separator = at;
  field.broad = paragraphs > field.paragraphs;
}

function close(field: Begun, at: number, paragraphs: number, marks: Map<number, FieldMark>): void {
  if (field.broad || (field.separator === undefined && paragraphs > field.paragraphs)) return;
  marks.set(field.at, 'begin');
  if (field.separator !== undefined) marks.set(field.separator, 'separator');
  marks.set(at, 'end');
}

interface Open {
  instruction: string;
  inResult: boolean;
  printed: boolean;
  /** What the field shows by itself: the state of a form field. */
  own: string;
}

/** A field that has ended. */
export interface EndedField {
  readonly instruction: string;
  readonly printed: boolean;
  readonly own: string;
}

/** The fields that are open at a place of the text; they may go over several paragraphs. */
export class OpenFields {
  private readonly open: Open[] = [];

  begin(): void {
    this.open.push({ instruction: '', inResult: false, printed: false, own: '' });
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.inResult = true;
  }

  end(): EndedField | undefined {
    return this.open.pop();
  }

  /** Whether the text is part of an instruction, which is then kept there. */
  takes(text: string): boolean {
    const instruction = this.open.findLast(({ inResult }) => !inResult);
    if (instruction) instruction.instruction += text;
    else if (text !== '') for (const field of this.open) field.printed = true;
    return instruction !== undefined;
  }

  /** Gives the innermost field what it shows by itself; false where none is open. */
  show(text: string): boolean {
    const field = this.open.at(-1);
    if (field) field.own += text;
    return field !== undefined;
  }
}
