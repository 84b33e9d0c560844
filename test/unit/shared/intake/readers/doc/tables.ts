import { counted, joined, short, units, word } from './numbers';

export interface StyleOf {
  readonly id: number;
  readonly kind: 1 | 2;
  readonly name: string;
  readonly basedOn?: number;
  readonly paragraph?: readonly number[];
  readonly characters?: readonly number[];
}

/** A stylesheet of these styles, by their order. */
export function stylesheet(...styles: readonly StyleOf[]): Uint8Array {
  return joined(short(4), short(styles.length), short(10), ...styles.map(styleBytes));
}

function styleBytes(
  { id, kind, name, basedOn = 0xfff, paragraph = [], characters = [] }: StyleOf,
  index: number,
): readonly number[] {
  const parts = kind === 1 ? [[...short(index), ...paragraph], characters] : [characters];
  const body = [
    ...[...short(id), ...short(kind | (basedOn << 4)), ...short(parts.length), ...word(0)],
    ...[...counted(name), 0, 0],
    ...parts.flatMap((part) => [...short(part.length), ...part, ...(part.length % 2 ? [0] : [])]),
  ];
  return [...short(body.length), ...body];
}

/** Names of fonts, by their order. */
export function fontTable(...names: readonly string[]): Uint8Array {
  const fonts = names.map((name) => {
    const body = [...Array.from({ length: 39 }, () => 0), ...units(name), 0, 0];
    return [body.length, ...body];
  });
  return joined(short(names.length), short(0), ...fonts);
}

export interface LevelOf {
  readonly format: number;
  /** Characters below 9 stand for the number of a level. */
  readonly text: string;
  readonly start?: number;
  /** 0 tab, 1 space, 2 nothing. */
  readonly follow?: number;
  readonly characters?: readonly number[];
}

export function levelBytes({
  format,
  text,
  start = 1,
  follow = 2,
  characters = [],
}: LevelOf): readonly number[] {
  return [
    ...[...word(start), format, 0],
    ...Array.from({ length: 9 }, () => 0),
    follow,
    ...[...word(0), ...word(0)],
    ...[characters.length, 0, 0, 0],
    ...characters,
    ...counted(text),
  ];
}

/** Lists of one level each, numbered from 1; then what paragraphs call them by, in the same order. */
export function lists(
  levels: readonly LevelOf[],
  changes: readonly (readonly number[])[] = [],
): { readonly lists: Uint8Array; readonly listOverrides: Uint8Array } {
  const heads = levels.map((_, at) => [...word(at + 1), ...Array.from({ length: 22 }, () => 0), 1, 0]);
  const overrides = levels.map((_, at) => [
    ...word(at + 1),
    ...word(0),
    ...word(0),
    changes[at] ? 1 : 0,
    0,
    0,
    0,
  ]);
  const more = levels.map((_, at) => [...word(0xffffffff), ...(changes[at] ?? [])]);
  return {
    lists: joined(short(levels.length), ...heads, ...levels.map(levelBytes)),
    listOverrides: joined(word(levels.length), ...overrides, ...more),
  };
}
