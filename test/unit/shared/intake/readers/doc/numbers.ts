/** Two bytes, the lower one first. */
export function short(value: number): readonly number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

/** Four bytes, the lowest one first. */
export function word(value: number): readonly number[] {
  return [...short(value & 0xffff), ...short((value >>> 16) & 0xffff)];
}

/** Characters of two bytes. */
export function units(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => short(character.charCodeAt(0)));
}

/** A text with its length before it. */
export function counted(text: string): readonly number[] {
  return [...short(text.length), ...units(text)];
}

export function joined(...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Positions, then the data of the stretches between them. */
export function plc(
  positions: readonly number[],
  data: readonly (readonly number[] | Uint8Array)[] = [],
): Uint8Array {
  return joined(...positions.map(word), ...data);
}
