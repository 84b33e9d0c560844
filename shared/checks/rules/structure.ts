import type { Rule, TextUnit } from '../types';
import { spanOf } from '../kinds/text';
import { shortened } from '../textTools';
import { narrow } from '../../japanese/normalise';

const BRACKETS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
  '［': '］',
  '[': ']',
  '〔': '〕',
  '＜': '＞',
};

const CLOSING = new Set(Object.values(BRACKETS));

/** Brackets without a partner, item by item. Round brackets of either width close each other. */
export function unclosedBrackets(text: string): readonly { readonly sign: string; readonly at: number }[] {
  const open: { sign: string; at: number }[] = [];
  const lost: { sign: string; at: number }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(/[（(「『【［[〔＜）)」』】］\]〕＞]/gu)) {
    if (!CLOSING.has(sign)) open.push({ sign, at });
    else if (isNumbering(text, at, sign)) continue;
    else if (partners(open.at(-1)?.sign, sign)) open.pop();
    else lost.push({ sign, at });
  }
  return [...open, ...lost].filter(({ sign }) => sign !== '＜' && sign !== '＞').sort((a, b) => a.at - b.at);
}

/** 1) and ア）at the beginning of a line are numbers. */
function isNumbering(text: string, at: number, sign: string): boolean {
  if (sign !== '）' && sign !== ')') return false;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[\s　・]*(?:[0-9０-９]{1,3}|[ア-ンｱ-ﾝa-zA-Zａ-ｚＡ-Ｚ①-⑳イロハ])$/u.test(line);
}

function partners(opening: string | undefined, closing: string): boolean {
  if (opening === undefined) return false;
  return BRACKETS[opening] === closing || narrow(BRACKETS[opening] ?? '') === narrow(closing);
}

interface Numbered {
  readonly kind: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const NUMBERED =
  /^(?<indent>[\s　]*)(?:(?<circled>[①-⑳])|[（(](?<bracketed>[0-9０-９]{1,2})[)）]|(?<plain>[0-9０-９]{1,2})[.．)）](?![0-9０-９]))/gmu;

function numberedLines(text: string): readonly Numbered[] {
  return [...text.matchAll(NUMBERED)].map((match) => {
    const { indent = '', circled, bracketed, plain } = match.groups ?? {};
    const kind = circled ? 'circled' : bracketed ? 'bracketed' : 'plain';
    const number = circled
      ? (circled.codePointAt(0) ?? 0) - 0x245f
      : Number(narrow(bracketed ?? plain ?? ''));
    return {
      kind: `${kind}${String(indent.length)}`,
      number,
      from: match.index + indent.length,
      to: match.index + match[0].length,
    };
  });
}

/** Numbers that skip or repeat; a number 1 begins anew, and so does the text below another heading. */
export function skippedNumbers(text: string): readonly (Numbered & { readonly before: number })[] {
  const last = new Map<string, Numbered>();
  return numberedLines(text).flatMap((line) => {
    const before = last.get(line.kind);
    last.set(line.kind, line);
    if (!before || line.number === 1 || line.number === before.number + 1) return [];
    return /[＜<【■◆]/u.test(text.slice(before.to, line.from)) ? [] : [{ ...line, before: before.number }];
  });
}

function isNameList({ item }: TextUnit): boolean {
  return item?.label === '特定個人情報ファイル名';
}

/** Brackets and numbers of lists. */
export const structureRules: readonly Rule[] = [
  {
    id: 'unclosed',
    severity: 'warning',
    ground: 'spelling',
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row'
          ? []
          : unclosedBrackets(unit.text).map(({ sign, at }) => ({
              path: unit.path,
              params: { sign, found: shortened(unit.text.slice(at, at + 16), 12) },
              span: spanOf(unit, { from: at, to: at + 1 }),
            })),
    },
  },
  {
    id: 'list-skip',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row' || isNameList(unit)
          ? []
          : skippedNumbers(unit.text)
              .slice(0, 1)
              .map(({ before, number, from, to }) => ({
                path: unit.path,
                params: { before, number },
                span: spanOf(unit, { from, to }),
              })),
    },
  },
];
