import { decodeEntities } from '../xml/entities';

/** Entities that Japanese web pages use besides those of XML. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  shy: '',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  plusmn: '±',
  times: '×',
  divide: '÷',
  middot: '·',
  para: '¶',
  sect: '§',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  harr: '↔',
  rArr: '⇒',
  hArr: '⇔',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  yen: '¥',
  check: '✓',
  square: '□',
  bigcirc: '◯',
  cir: '○',
  starf: '★',
  star: '☆',
};

/** Text of a page with its entities decoded once; unknown ones stay as written. */
export function decodeText(raw: string): string {
  if (!raw.includes('&')) return raw;
  const known = raw.replace(/&([a-zA-Z]{2,8});/g, (whole, name: string) => NAMED[name] ?? whole);
  return decodeEntities(known);
}
