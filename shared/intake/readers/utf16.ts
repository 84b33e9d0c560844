type Utf16 = 'UTF-16LE' | 'UTF-16BE';

/** How much of a text is looked at (bytes), and which share of its characters must be such as stand in Japanese text. */
const SAMPLE = 4096;
const SHARE = 0.9;

/**
 * The kind of UTF-16 that bytes without a mark are in: read that way they are Japanese text. Zero bytes must be
 * among them, which line feeds, spaces and digits bring; single ones in other text are not enough.
 */
export function unmarkedUtf16(bytes: Uint8Array): Utf16 | undefined {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  if (!sample.includes(0)) return undefined;
  return (['UTF-16LE', 'UTF-16BE'] as const).find((kind) => isUsual(decodeUtf16(sample, kind)));
}

function isUsual(text: string): boolean {
  const usual = text.match(/[\t\n\r -~、-ヿ一-龠！-￮①-⓿Ⅰ-ⅿ■-◯　※○]/g)?.length ?? 0;
  return text.length > 1 && usual >= text.length * SHARE;
}

/** Two bytes a unit; a last odd byte, which a cut left, is no character. */
export function decodeUtf16(bytes: Uint8Array, kind: Utf16): string {
  const little = kind === 'UTF-16LE';
  const units: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    units.push(String.fromCharCode(little ? first | (second << 8) : (first << 8) | second));
  }
  return units.join('') + (bytes.length % 2 === 1 ? '\ufffd' : '');
}
