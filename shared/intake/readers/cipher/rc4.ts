/** The bytes of RC4 with this key, one after the other: to be combined with what it hides. */
export function rc4(key: Uint8Array): () => number {
  const box = mixedBox(key);
  let i = 0;
  let j = 0;
  return () => {
    i = (i + 1) & 0xff;
    const first = box[i] ?? 0;
    j = (j + first) & 0xff;
    const second = box[j] ?? 0;
    box[i] = second;
    box[j] = first;
    return box[(first + second) & 0xff] ?? 0;
  };
}

function mixedBox(key: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  let other = 0;
  for (let at = 0; at < 256; at++) {
    const here = box[at] ?? 0;
    other = (other + here + (key[at % key.length] ?? 0)) & 0xff;
    box[at] = box[other] ?? 0;
    box[other] = here;
  }
  return box;
}
