const LINES = 60;

/** A text over a page or two, of lines that say whose they are. */
export function longText(path: string): string {
  return Array.from({ length: LINES }, (_, at) => `${path}の${String(at + 1)}行目に書いたこと。`).join('\n');
}

/** Whose line the words are, and which; undefined where they are none of such a text. */
export function longLine(words: string): { readonly path: string; readonly nth: number } | undefined {
  const [, path, nth] = /([A-Za-z]+(?:\[\w+\])?\.[\w.[\]]+)の(\d+)行目/.exec(words) ?? [];
  return path === undefined ? undefined : { path, nth: Number(nth) };
}
