/** Signs that a text is not finished. `〇〇市` in copied text and `●●` of a draft are the usual ones. */
export const placeholders: readonly RegExp[] = [
  /●{2,}/,
  /[〇○◯]{2,}/,
  /[△▲]{2,}/,
  /[×✕]{2,}(?=[市町村区課])/,
  /[（(](?:略|省略|中略)[)）]/,
  /[XＸ]{3,}/,
  /TODO|[（(]未定[)）]/,
];

/** The first sign of an unfinished text, as it stands there; undefined where there is none. */
export function placeholderIn(text: string): string | undefined {
  return placeholders.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}
