import { type Dice, pick } from './dice';

/**
 * How the reader of paper writes one page. Real output changes from page to page: a table here, plain lines there,
 * marks as brackets on one page and as inputs on the next.
 */
export interface Style {
  readonly layout: 'tabs' | 'lines' | 'markdown' | 'html' | 'htmlLines' | 'cells' | 'oneLine' | 'outline';
  readonly tick: keyof typeof TICKS;
  readonly checks: 'cell' | 'pairs' | 'paragraphs' | 'lines';
  readonly bracket: keyof typeof BRACKETS;
  readonly options: 'same' | 'cell' | 'rows' | 'before' | 'flex' | 'nested' | 'none';
  readonly mark: string;
  readonly number: (n: number) => string;
  readonly text: 'paragraphs' | 'breaks' | 'spaces' | 'lists' | 'spill';
  readonly half: boolean;
  readonly heading: string;
  /** A tab behind headings over the whole width. */
  readonly openRow: boolean;
  readonly columns: 2 | 3;
  /** What is written around a heading in the cell of its own. */
  readonly label: (heading: string) => string;
}

/** [selected, not selected] */
export const TICKS = {
  circle: ['[○]', '[ ]'],
  tight: ['[〇]', '[]'],
  wide: ['[ ○ ]', '[　　]'],
  letter: ['[O]', '[ ]'],
  full: ['［○］', '［　］'],
  inputsInBrackets: ['[<input checked="" type="checkbox"/>]', '[]'],
  inputs: ['<input checked="" type="checkbox"/>', '<input type="checkbox"/>'],
  radios: ['[<input checked="" type="radio"/>]', '[ ]'],
  boxes: ['☑', '☐'],
  squares: ['■', '□'],
  markdown: ['- [x]', '- [ ]'],
  checked: ['[✓]', '[ ]'],
  zero: ['[0]', '[ ]'],
  large: ['[◯]', '[ ]'],
  escaped: ['\\[○\\]', '\\[ \\]'],
  formula: ['$\\checkmark$', '$\\square$'],
  formulaCircle: ['[ $\\bigcirc$ ]', '[ ]'],
} as const;

export const BRACKETS = {
  tight: (value: string) => `[${value}]`,
  wide: (value: string) => `[ ${value} ]`,
  full: (value: string) => `［　${value}　］`,
  input: (value: string) => (value === '' ? '[ ]' : `[<input type="checkbox"/> ${value}]`),
  bare: (value: string) => value || '[ ]',
  box: (value: string) => (value === '' ? '[ ]' : `<input type="checkbox"/> ${value}`),
  lens: (value: string) => `【${value}】`,
  unclosed: (value: string) => `[ ${value}`,
  unopened: (value: string) => (value === '' ? '[ ]' : `${value} ]`),
  escaped: (value: string) => `\\[${value}\\]`,
} as const;

const CLOSED: Style['number'] = (n) => `${String(n)})`;
const FULL: Style['number'] = (n) => `${String(n)}）`;

function plain(heading: string): string {
  return heading;
}

/** Characters apart, as in headings set wide. */
function spaced(heading: string): string {
  return Array.from(heading).join(' ');
}

const LABELS: readonly Style['label'][] = [
  plain,
  plain,
  (heading) => `**${heading}**`,
  (heading) => `<b>${heading}</b>`,
  (heading) => `${heading}:`,
  (heading) => `${heading}：`,
  (heading) => (/^[①-⑳]/.test(heading) ? `■${heading}` : heading),
  spaced,
];

/** What the two published texts show, page by page. */
export function seenStyle(roll: Dice): Style {
  return {
    layout: pick(roll, ['tabs', 'tabs', 'tabs', 'tabs', 'lines']),
    tick: pick(roll, ['circle', 'tight', 'wide', 'letter', 'inputsInBrackets', 'inputs', 'radios']),
    checks: pick(roll, ['cell', 'pairs', 'paragraphs', 'lines']),
    bracket: pick(roll, ['tight', 'tight', 'wide', 'input', 'box']),
    options: pick(roll, ['same', 'same', 'cell', 'rows', 'before', 'flex', 'nested']),
    mark: pick(roll, ['＜選択肢＞', '<選択肢>', '&lt;選択肢&gt;', '<small><選択肢></small>']),
    number: pick(roll, [CLOSED, CLOSED, FULL]),
    text: pick(roll, ['paragraphs', 'breaks', 'spaces', 'lists', 'spill']),
    half: roll() < 0.7,
    heading: pick(roll, ['', '', '', '# ', '## ']),
    openRow: roll() < 0.5,
    columns: pick(roll, [2, 2, 3]),
    label: plain,
  };
}

/** What other readers of paper write. */
export function anyStyle(roll: Dice): Style {
  return {
    ...seenStyle(roll),
    layout: pick(roll, ['tabs', 'lines', 'markdown', 'html', 'htmlLines', 'cells', 'oneLine', 'outline']),
    label: pick(roll, LABELS),
    tick: pick(roll, Object.keys(TICKS) as Style['tick'][]),
    bracket: pick(roll, Object.keys(BRACKETS) as Style['bracket'][]),
    options: pick(roll, ['same', 'cell', 'rows', 'before', 'flex', 'nested', 'none']),
    mark: pick(roll, ['＜選択肢＞', '<選択肢>', '〈選択肢〉', '選択肢', '【選択肢】', '']),
    number: pick(roll, [CLOSED, FULL, (n) => `(${String(n)})`, (n) => `${String(n)} )`]),
    heading: pick(roll, ['', '# ', '### ', '**']),
  };
}

/** The same in Katakana and Latin letters of half width. */
export function halfKana(text: string): string {
  return text.replace(/[ァ-ヶー]/g, (kana) => HALF_KANA.get(kana) ?? kana);
}

const HALF_KANA: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9f - 0xff66 + 1 }, (_, at) => String.fromCharCode(0xff66 + at)).flatMap((half) =>
    [half, `${half}ﾞ`, `${half}ﾟ`].map((one) => [one.normalize('NFKC'), one] as const),
  ),
);
