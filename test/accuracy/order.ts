/** A line further away than this many characters is another one with the same words. */
const NEAR = 3000;

/**
 * Lines that do not stand in the text behind the line before them, white space aside; or up to `back` characters before
 * its end, where cells of one row may have changed places.
 */
export function linesAstray(lines: readonly string[], text: string, back = 0): readonly string[] {
  const whole = bare(text);
  let at = 0;
  return lines.filter((line) => {
    const found = whole.indexOf(bare(line), Math.max(0, at - back));
    const astray = found < 0 || found - at > NEAR;
    if (!astray) at = Math.max(at, found + bare(line).length);
    return astray;
  });
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}
