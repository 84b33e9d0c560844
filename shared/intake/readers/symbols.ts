/**
 * What the characters of symbol fonts look like (Microsoft's tables of Wingdings, Wingdings 2 and Symbol),
 * by the low byte of their code. Boxes that can be ticked become `☑` or `☐`.
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '☐',
  0x70: '☐',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x80: '⓪',
  0x8b: '⓿',
  0x9e: '・',
  0x9f: '•',
  0xa1: '○',
  0xa2: '○',
  0xa4: '◉',
  0xa5: '◎',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☑',
  0xfe: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☑',
  0x52: '☑',
  0x53: '☑',
  0x54: '☑',
  0x56: '☑',
  0x97: '•',
  0x98: '●',
  0x99: '○',
  0xa1: '■',
  0xa2: '■',
  0xa3: '☐',
  0xa4: '☐',
  0xa5: '☐',
};

const SYMBOL: Readonly<Record<number, string>> = {
  0xb7: '・',
  0xa8: '♦',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb1: '±',
  0xb4: '×',
  0xb8: '÷',
  0xa3: '≤',
  0xb3: '≥',
  0x2d: '−',
};

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: withCircledNumbers(WINGDINGS),
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

export function isSymbolFont(font: string | undefined): font is string {
  return font !== undefined && font.toLowerCase() in FONTS;
}

/** What the code looks like in the font; undefined where the tables do not know it. */
export function symbolOf(font: string, code: number): string | undefined {
  return FONTS[font.toLowerCase()]?.[code & 0xff];
}

/** A text set in a symbol font, as it looks; unknown characters, and those that the font does not have, stay. */
export function symbolText(font: string, text: string): string {
  return text.replace(
    /[\0-\u00ff\uf000-\uf0ff]/g,
    (character) => symbolOf(font, character.charCodeAt(0)) ?? character,
  );
}

/** ①–⑩ stand at 81–8A, ❶–❿ at 8C–95. */
function withCircledNumbers(table: Readonly<Record<number, string>>): Readonly<Record<number, string>> {
  const numbers = Array.from({ length: 10 }, (_, n) => [
    [0x81 + n, String.fromCodePoint(0x2460 + n)],
    [0x8c + n, String.fromCodePoint(0x2776 + n)],
  ]);
  return { ...table, ...(Object.fromEntries(numbers.flat()) as Record<number, string>) };
}
