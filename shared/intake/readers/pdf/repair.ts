import { strFromU8, strToU8 } from 'fflate';

/** How much of the text before a `/Catalog` is searched for the head of its object. */
const HEAD = 400;

/**
 * A file whose end is lost, with a new one that names its catalogue (ISO 32000-1, 7.5.5); undefined where the
 * catalogue is lost too, or packed in a stream. The rest is found by looking through the objects.
 */
export function withNewTrailer(bytes: Uint8Array): Uint8Array | undefined {
  const text = strFromU8(bytes, true);
  const at = text.search(/\/Type\s*\/Catalog\b/);
  const heads = at < 0 ? [] : [...text.slice(Math.max(0, at - HEAD), at).matchAll(/(\d+)\s+(\d+)\s+obj\b/g)];
  const [, number, generation] = heads.at(-1) ?? [];
  if (number === undefined || generation === undefined) return undefined;
  const trailer = strToU8(
    `\nendobj\ntrailer\n<</Root ${number} ${generation} R>>\nstartxref\n0\n%%EOF\n`,
    true,
  );
  // What is left of the old end would be taken for one.
  const rest = text.lastIndexOf('trailer');
  const body = rest < 0 ? bytes : bytes.subarray(0, rest);
  const whole = new Uint8Array(body.length + trailer.length);
  whole.set(body);
  whole.set(trailer, body.length);
  return whole;
}
