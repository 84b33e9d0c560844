import type { Level, List } from '../word/numbering';
import type { Bytes } from './bytes';
import { lookOf, PLAIN } from './look';

const LIST = 28;
const LEVEL = 28;
const OVERRIDE = 16;

interface Definition {
  readonly id: number;
  readonly levels: ReadonlyMap<number, Level>;
}

/**
 * The lists of a document by the number that paragraphs name (MS-DOC 2.9.131 LSTF, 2.9.150 LVLF, 2.9.136 LFO).
 * `table` from the beginning of the definitions on: their levels follow behind what the head counts. `fonts`: names.
 */
export function readLists(
  table: Bytes,
  overrides: Bytes,
  fonts: readonly string[],
): ReadonlyMap<string, List> {
  const definitions = new Map(definitionsOf(table, fonts).map((definition) => [definition.id, definition]));
  const lists = new Map<string, List>();
  const count = overrides.u32(0);
  let at = 4 + count * OVERRIDE;
  for (let index = 0; index < count && 4 + (index + 1) * OVERRIDE <= overrides.length; index++) {
    const head = overrides.part(4 + index * OVERRIDE, OVERRIDE);
    const levels = new Map(definitions.get(head.u32(0))?.levels);
    const changes = head.u8(12);
    at = applyOverrides(overrides, at + 4, changes, levels, fonts);
    lists.set(String(index + 1), { abstractId: `${head.u32(0)}${changes ? `/${index}` : ''}`, levels });
  }
  return lists;
}

function definitionsOf(table: Bytes, fonts: readonly string[]): readonly Definition[] {
  const count = table.u16(0);
  const definitions: Definition[] = [];
  let at = 2 + count * LIST;
  for (let index = 0; index < count && at < table.length; index++) {
    const head = table.part(2 + index * LIST, LIST);
    const levels = new Map<number, Level>();
    const isSimple = (head.u8(26) & 1) !== 0;
    for (let number = 0; number < (isSimple ? 1 : 9); number++) {
      const { level, length } = levelAt(table, at, fonts);
      levels.set(number, level);
      at += length;
    }
    definitions.push({ id: head.u32(0), levels });
  }
  return definitions;
}

/** Lays the changes of one override over the levels; tells where it ends. */
function applyOverrides(
  bytes: Bytes,
  from: number,
  changes: number,
  levels: Map<number, Level>,
  fonts: readonly string[],
): number {
  let at = from;
  for (let change = 0; change < changes && at < bytes.length; change++) {
    const flags = bytes.u32(at + 4);
    const start = bytes.i32(at);
    at += 8;
    const replaced = flags & 0x20 ? levelAt(bytes, at, fonts) : undefined;
    at += replaced?.length ?? 0;
    const level = replaced?.level ?? levels.get(flags & 15);
    if (level) levels.set(flags & 15, flags & 0x10 && !replaced ? { ...level, start } : level);
  }
  return at;
}

function levelAt(bytes: Bytes, at: number, fonts: readonly string[]): { level: Level; length: number } {
  const head = bytes.part(at, LEVEL);
  const [characters, paragraph] = [head.u8(24), head.u8(25)];
  const text = at + LEVEL + paragraph + characters;
  const look = lookOf(bytes.part(at + LEVEL + paragraph, characters), PLAIN, (_, under) => under);
  const font = look.fonts.find((number) => number !== undefined);
  const format = FORMATS[head.u8(4)] ?? 'decimal';
  const hasOwnRestart = (head.u8(5) & 8) !== 0;
  return {
    level: {
      start: head.i32(0),
      format,
      text: levelText(bytes.utf16(text + 2, bytes.u16(text)), format),
      font: font === undefined ? undefined : fonts[font],
      suffix: SUFFIXES[head.u8(15)] ?? 'tab',
      restart: hasOwnRestart ? head.u8(26) : undefined,
    },
    length: text - at + 2 + bytes.u16(text) * 2,
  };
}

/** Characters below 9 stand for the number of a level; a bullet has none. */
function levelText(text: string, format: string): string {
  if (format === 'bullet') return text.replace(/[\0-\x1f]/g, '');
  return text.replace(/[\0-\x08]/g, (level) => `%${level.charCodeAt(0) + 1}`);
}

const SUFFIXES = ['tab', 'space', 'nothing'];

/** Number formats (MS-OSHARED 2.2.1.3, MSONFC) by the names that newer files have for them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  12: 'aiueo',
  13: 'iroha',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  20: 'aiueoFullWidth',
  21: 'irohaFullWidth',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  37: 'chineseCounting',
  57: 'numberInDash',
  255: 'none',
};
