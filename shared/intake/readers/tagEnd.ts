const [QUOTE, APOSTROPHE, GREATER] = [34, 39, 62];

/**
 * Where the `>` of a tag stands, looking from `from` on; one inside a quoted value does not count. Undefined where the
 * text ends before. Looks at each character once, whatever the text.
 */
export function tagEnd(source: string, from: number): number | undefined {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at < 0) return undefined;
  }
  return undefined;
}
