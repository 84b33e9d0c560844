/**
 * HTML that text recognition leaves in the cells of its output. Only known tags are markup; `<川口市における措置>` is
 * text. Entities are decoded once, after the tags are gone, so that `&lt;p&gt;` stays text.
 */
export function withoutMarkup(text: string): string {
  if (!/[<&*\\$]|- \[/.test(text)) return text;
  const plain = withoutNotation(text)
    .replace(COMMENT, '')
    .replace(TAG, (tag) => replacementOf(tag))
    .replace(ENTITY, (entity) => decodeEntity(entity));
  return tidyLines(withoutStars(plain));
}

/** `**…**`; also where a line end tore the pair. */
function withoutStars(text: string): string {
  return text
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^(\s*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(\s*)$/gm, '$1$2');
}

const COMMENT = /<!--[^]*?-->/g;

/** Signs of Markdown and of formulas where the paper has a character: `$\\checkmark$`, `\\[`, `- [x] `. */
function withoutNotation(text: string): string {
  return text
    .replace(
      FORMULA,
      (formula, dollars?: string, round?: string) => signOf(dollars ?? round ?? '') ?? formula,
    )
    .replace(/\\([[\]*_#|~<>.+-])/g, '$1')
    .replace(/(^|\s|>)[-*+] (?=\[[ xX]?\])/g, '$1');
}

/** A formula of one sign: `$\\bigcirc$`, `\\(\\square\\)`, `$\\textcircled{1}$`. */
const FORMULA =
  /\$\s*(\\[a-z]+\s*(?:\{[^{}$]{1,12}\})*)\s*\$|\\\(\s*(\\[a-z]+\s*(?:\{[^{}]{1,12}\})*)\s*\\\)/gi;

const SIGNS: Readonly<Record<string, string>> = {
  checkmark: '✓',
  square: '□',
  Box: '□',
  boxtimes: '☒',
  blacksquare: '■',
  bigcirc: '○',
  circ: '○',
  Circle: '○',
  bullet: '・',
  cdot: '・',
  sim: '～',
  times: '×',
  rightarrow: '→',
  leftarrow: '←',
  Rightarrow: '⇒',
  downarrow: '↓',
};

function signOf(formula: string): string | undefined {
  const circled = /^\\(?:textcircled|circled)\s*\{\s*(?:\\text\s*\{)?(\d{1,2})\}?\s*\}?$/.exec(formula)?.[1];
  if (circled !== undefined && Number(circled) >= 1 && Number(circled) <= 20)
    return String.fromCodePoint(0x245f + Number(circled));
  return SIGNS[formula.slice(1).trim()];
}

const KNOWN =
  'p|br|hr|div|span|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|small|big|b|i|u|s|em|strong|sup|sub|font|a|img|input|label|pre|code|blockquote|center|section|h[1-6]';

const TAG = new RegExp(`</?(?:${KNOWN})(?:\\s[^<>]*)?/?>`, 'gi');

const BREAKING = /^<\/?(?:p|br|hr|div|ul|ol|dl|dt|dd|table|tr|blockquote|section|h[1-6]|pre|caption)\b/i;

/** Whether the text holds HTML tags, or the headings and stars of Markdown. */
export function hasMarkup(text: string): boolean {
  TAG.lastIndex = 0;
  return TAG.test(text) || /^\s*#{1,6}\s|\*\*[^*\s][^*]*\*\*/.test(text);
}

function replacementOf(tag: string): string {
  if (/^<input\b/i.test(tag)) return tickOf(tag);
  if (/^<li\b/i.test(tag)) return `\n${LIST_ITEM}`;
  if (/^<\/t[dh]/i.test(tag)) return '\n';
  return BREAKING.test(tag) ? '\n' : '';
}

/** Text recognition writes boxes and circles as inputs, the type at random: it is kept as a sign of its own. */
function tickOf(tag: string): string {
  const checked = /\schecked\b/i.test(tag);
  if (/type\s*=\s*["']?radio/i.test(tag)) return checked ? '◉' : '◎';
  return checked ? '☑' : '☐';
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  times: '×',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  rarr: '→',
};

function decodeEntity(entity: string): string {
  const [, decimal, hexadecimal, name] = /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/i.exec(entity) ?? [];
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** Stands where an element of a list begins until its bullet is written; no text holds it. */
const LIST_ITEM = '\ufdd0';

/** An element of a list that begins with a bullet or number of its own gets no other. */
function withBullets(text: string): string {
  return text.replace(/\ufdd0(?=\s*[・●○■◆※①-⑳])/g, '').replaceAll(LIST_ITEM, '・');
}

function tidyLines(text: string): string {
  return withBullets(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
