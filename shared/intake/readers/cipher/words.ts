/** What hashes of 32-bit words share. `little`: the low byte of a word comes first. */
export function padded(bytes: Uint8Array, little: boolean): Uint8Array {
  const whole = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  const [low, high] = [(bytes.length * 8) >>> 0, Math.floor(bytes.length / 0x20000000)];
  view.setUint32(whole.length - (little ? 8 : 4), low, little);
  view.setUint32(whole.length - (little ? 4 : 8), high, little);
  return whole;
}

/** Bits turned to the left. */
export function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

export function wordBytes(words: readonly number[], little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  words.forEach((word, at) => view.setInt32(at * 4, word, little));
  return new Uint8Array(view.buffer);
}
