import { counted, joined, short, units, word } from './numbers';

/** A record of Office drawings. */
export function record(
  type: number,
  instance: number,
  ...body: readonly (readonly number[] | Uint8Array)[]
): Uint8Array {
  const bytes = joined(...body);
  return joined(short(instance << 4), short(type), word(bytes.length), bytes);
}

/** A shape of this number with a picture of the store, by its number. */
export function shape(
  number: number,
  picture?: { readonly store: number; readonly alt: string },
): Uint8Array {
  const head = record(0xf00a, 0, word(number), word(0));
  if (!picture) return record(0xf004, 0, head);
  const alt = [...units(picture.alt), 0, 0];
  const properties = [...short(0x104), ...word(picture.store), ...short(0x8381), ...word(alt.length), ...alt];
  return record(0xf004, 0, head, record(0xf00b, 2, properties));
}

/** A linked picture: its name, and no number in the store. */
export function linkedShape(number: number): Uint8Array {
  const properties = [...short(0x104), ...word(0), ...short(0x105), ...word(1)];
  return record(0xf004, 0, record(0xf00a, 0, word(number), word(0)), record(0xf00b, 2, properties));
}

export function group(...shapes: readonly Uint8Array[]): Uint8Array {
  return record(0xf003, 0, ...shapes);
}

/** An entry of the store with the picture inside. */
export function stored(type: number, bytes: Uint8Array): Uint8Array {
  return record(0xf007, 0, new Uint8Array(36), blip(type, bytes));
}

/** An entry of the store that tells where in the main stream the picture is. */
export function storedAt(place: number): Uint8Array {
  const head = new Uint8Array(36);
  head.set(word(place), 28);
  return record(0xf007, 0, head);
}

export function blip(type: number, bytes: Uint8Array): Uint8Array {
  return record(type, 0x6e0, new Uint8Array(17), bytes);
}

/** The drawings of a document: the store, then the shapes of the text. */
export function drawings(entries: readonly Uint8Array[], shapes: readonly Uint8Array[]): Uint8Array {
  return joined(
    record(0xf000, 0, record(0xf001, entries.length, ...entries)),
    [0],
    record(0xf002, 0, group(shape(1024), ...shapes)),
  );
}

/** Where shapes are anchored: their numbers, in the order of the places. */
export function anchors(places: readonly number[], shapes: readonly number[]): Uint8Array {
  return joined(
    ...[...places, 99].map(word),
    ...shapes.map((number) => joined(word(number), new Uint8Array(22))),
  );
}

/** A picture in the line, as the data stream holds it. */
export function inlinePicture(...records: readonly Uint8Array[]): Uint8Array {
  const body = joined(...records);
  const head = new Uint8Array(68);
  head.set([...word(68 + body.length), ...short(68), ...short(0x64)]);
  return joined(head, body);
}

/** A form field as the data stream holds it. `kind`: 1 a box, 2 a list. */
export function formField(
  kind: number,
  state: number,
  { unset = 0, entries = [] }: { readonly unset?: number; readonly entries?: readonly string[] } = {},
): Uint8Array {
  const text = [...counted(''), 0, 0];
  const list = [0xff, 0xff, ...short(entries.length), ...short(0), ...entries.flatMap(counted)];
  const body = [
    ...word(0xffffffff),
    ...short(kind | (state << 2)),
    ...word(0),
    ...[...counted('名'), 0, 0],
    ...(kind === 0 ? text : short(unset)),
    ...text,
    ...text,
    ...text,
    ...text,
    ...text,
    ...(kind === 2 ? list : []),
  ];
  const head = new Uint8Array(68);
  head.set([...word(68 + body.length), ...short(68)]);
  return joined(head, body);
}
