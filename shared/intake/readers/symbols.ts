/**
 * What the characters of symbol fonts look like (Microsoft's tables of Wingdings, Wingdings 2, Wingdings 3, Webdings and
 * Symbol, Adobe's of ZapfDingbats), by the low byte of their code. Boxes that can be ticked become `☑` or `☐`.
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x21: '✏',
  0x22: '✂',
  0x23: '✁',
  0x28: '☎',
  0x29: '✆',
  0x2a: '✉',
  0x36: '⌛',
  0x3e: '✇',
  0x3f: '✍',
  0x41: '✌',
  0x45: '☜',
  0x46: '☞',
  0x47: '☝',
  0x48: '☟',
  0x4a: '☺',
  0x4c: '☹',
  0x51: '✈',
  0x52: '☼',
  0x54: '❄',
  0x5b: '☯',
  0x6a: '&',
  0x6b: '&',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '☐',
  0x70: '☐',
  0x71: '❑',
  0x72: '❒',
  0x73: '◆',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x78: '☑',
  0x7b: '❀',
  0x7c: '✿',
  0x7d: '❝',
  0x7e: '❞',
  0x80: '⓪',
  0x8b: '⓿',
  0x9e: '・',
  0x9f: '•',
  0xa0: '▫',
  0xa1: '○',
  0xa2: '○',
  0xa3: '○',
  0xa4: '◉',
  0xa5: '◎',
  0xa7: '▪',
  0xa8: '☐',
  0xaa: '✦',
  0xab: '★',
  0xac: '✶',
  0xad: '✴',
  0xae: '✹',
  0xaf: '✵',
  0xb5: '✪',
  0xb6: '✰',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe3: '↖',
  0xe4: '↗',
  0xe5: '↙',
  0xe6: '↘',
  0xe8: '➔',
  0xef: '⇦',
  0xf0: '⇨',
  0xf1: '⇧',
  0xf2: '⇩',
  0xf3: '⇔',
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

const WINGDINGS_3: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x66: '←',
  0x67: '→',
  0x68: '↑',
  0x69: '↓',
  0x6a: '↖',
  0x6b: '↗',
  0x6c: '↙',
  0x6d: '↘',
  0x70: '▲',
  0x71: '▼',
  0x72: '△',
  0x73: '▽',
  0x74: '◀',
  0x75: '▶',
  0x76: '◁',
  0x77: '▷',
};

const WEBDINGS: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x33: '◀',
  0x34: '▶',
  0x35: '▲',
  0x36: '▼',
  0x61: '✔',
  0x63: '☐',
  0x67: '■',
  0x6e: '●',
  0x72: '✖',
};

/** Runs of codes and the character that the first stands for (Adobe's zdingbat.txt). */
const DINGBAT_RUNS: readonly (readonly [first: number, last: number, character: number])[] = [
  [0x20, 0x20, 0x20],
  [0x21, 0x24, 0x2701],
  [0x25, 0x25, 0x260e],
  [0x26, 0x29, 0x2706],
  [0x2a, 0x2a, 0x261b],
  [0x2b, 0x2b, 0x261e],
  [0x2c, 0x47, 0x270c],
  [0x48, 0x48, 0x2605],
  [0x49, 0x6b, 0x2729],
  [0x6c, 0x6c, 0x25cf],
  [0x6d, 0x6d, 0x274d],
  [0x6e, 0x6e, 0x25a0],
  [0x6f, 0x72, 0x274f],
  [0x73, 0x73, 0x25b2],
  [0x74, 0x74, 0x25bc],
  [0x75, 0x75, 0x25c6],
  [0x76, 0x76, 0x2756],
  [0x77, 0x77, 0x25d7],
  [0x78, 0x7e, 0x2758],
  [0xa1, 0xa7, 0x2761],
  [0xa8, 0xa8, 0x2663],
  [0xa9, 0xa9, 0x2666],
  [0xaa, 0xaa, 0x2665],
  [0xab, 0xab, 0x2660],
  [0xac, 0xb5, 0x2460],
  [0xb6, 0xbf, 0x2776],
  [0xc0, 0xc9, 0x2780],
  [0xca, 0xd3, 0x278a],
  [0xd4, 0xd4, 0x2794],
  [0xd5, 0xd5, 0x2192],
  [0xd6, 0xd7, 0x2194],
  [0xd8, 0xef, 0x2798],
  [0xf1, 0xfe, 0x27b1],
];

const DINGBATS: Readonly<Record<number, string>> = Object.fromEntries(
  DINGBAT_RUNS.flatMap(([first, last, character]) =>
    Array.from({ length: last - first + 1 }, (_, at) => [first + at, String.fromCodePoint(character + at)]),
  ),
);

type FontTable = Readonly<Record<number, string>>;

/** By the names of the fonts without spaces, hyphens and case. */
const FONTS: Readonly<Record<string, FontTable>> = {
  wingdings: withCircledNumbers(WINGDINGS),
  wingdings2: WINGDINGS_2,
  wingdings3: WINGDINGS_3,
  webdings: WEBDINGS,
  zapfdingbats: DINGBATS,
  itczapfdingbats: DINGBATS,
  symbol: SYMBOL,
};

/** `ABCDEF+Wingdings-Regular` of a PDF, `Wingdings 2` of an office file. */
function tableOf(font: string): FontTable | undefined {
  const name = font
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/[,-]?(Regular|Bold|Italic|MT)+$/i, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
  return Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
}

export function isSymbolFont(font: string | undefined): font is string {
  return font !== undefined && tableOf(font) !== undefined;
}

/** What the code looks like in the font; undefined where the tables do not know it. */
export function symbolOf(font: string, code: number): string | undefined {
  return tableOf(font)?.[code & 0xff];
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
