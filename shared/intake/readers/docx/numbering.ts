import { isSymbolFont, symbolText } from '../symbols';
import { child, elementsOf, type XmlElement } from '../xml/element';
import { formatNumber } from './numberFormats';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` */
  readonly text: string;
  readonly font: string | undefined;
  /** What stands between number and text: `tab`, `space`, `nothing`. */
  readonly suffix: string;
  /** The level (from 1) whose number sets this one back; 0: none. */
  readonly restart: number | undefined;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** Counts the paragraphs of lists in reading order and prints their numbers as Word does. */
export class Numbering {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly counters = new Map<string, (number | undefined)[]>();

  /** `root`: of `word/numbering.xml`; undefined where the document has no lists. */
  constructor(root: XmlElement | undefined) {
    this.lists = readLists(root);
  }

  /** The printed number with what follows it (`① `), or '' where nothing is printed. Counts the paragraph. */
  next({ list, level }: ListPlace): string {
    const found = this.lists.get(list);
    const own = found?.levels.get(level);
    if (!found || !own) return '';
    const counters = this.count(found, level);
    const printed = own.format === 'bullet' ? bullet(own) : numberText(found, own, counters);
    return printed === '' || own.suffix === 'nothing' ? printed : `${printed} `;
  }

  /** Lists of one abstract definition share their counters. */
  private count(list: List, level: number): readonly (number | undefined)[] {
    const counters = this.counters.get(list.abstractId) ?? [];
    const before = counters[level];
    counters[level] = before === undefined ? startOf(list, level) : before + 1;
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = list.levels.get(deeper)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counters[deeper] = undefined;
    }
    this.counters.set(list.abstractId, counters);
    return counters;
  }
}

function startOf(list: List, level: number): number {
  return list.levels.get(level)?.start ?? 1;
}

function bullet(level: Level): string {
  const shown = isSymbolFont(level.font) ? symbolText(level.font, level.text) : level.text;
  return shown.replace(/[\ue000-\uf8ff]/g, '・');
}

function numberText(list: List, own: Level, counters: readonly (number | undefined)[]): string {
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    return formatNumber(counters[level] ?? startOf(list, level), list.levels.get(level)?.format ?? 'decimal');
  });
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    elementsOf(root, 'abstractNum').map((element) => [
      element.attributes.abstractNumId ?? '',
      readLevels(element),
    ]),
  );
  return new Map(
    elementsOf(root, 'num').map((num) => [num.attributes.numId ?? '', readList(num, abstracts)]),
  );
}

type Levels = ReadonlyMap<number, Level>;

function readList(num: XmlElement, abstracts: ReadonlyMap<string, Levels>): List {
  const abstractId = child(num, 'abstractNumId')?.attributes.val ?? '';
  const overrides = elementsOf(num, 'lvlOverride');
  const levels = new Map(abstracts.get(abstractId) ?? []);
  for (const override of overrides) applyOverride(levels, override);
  return {
    abstractId: overrides.length ? `${abstractId}/${num.attributes.numId ?? ''}` : abstractId,
    levels,
  };
}

function applyOverride(levels: Map<number, Level>, override: XmlElement): void {
  const at = Number(override.attributes.ilvl ?? 0);
  const replaced = child(override, 'lvl');
  const level = replaced ? readLevel(replaced) : levels.get(at);
  const start = child(override, 'startOverride')?.attributes.val;
  if (level) levels.set(at, start === undefined ? level : { ...level, start: Number(start) });
}

function readLevels(element: XmlElement): Levels {
  return new Map(
    elementsOf(element, 'lvl').map((level) => [Number(level.attributes.ilvl ?? 0), readLevel(level)]),
  );
}

function readLevel(level: XmlElement): Level {
  const value = (name: string) => child(level, name)?.attributes.val;
  const fonts = child(level, 'rPr', 'rFonts')?.attributes;
  const restart = value('lvlRestart');
  return {
    start: Number(value('start') ?? 1),
    format: formatName(level),
    text: value('lvlText') ?? '',
    font: fonts?.ascii ?? fonts?.hAnsi,
    suffix: value('suff') ?? 'tab',
    restart: restart === undefined ? undefined : Number(restart),
  };
}

/** Newer formats stand in an `mc:AlternateContent` whose fallback all programs know. */
function formatName(level: XmlElement): string {
  const plain = child(level, 'numFmt') ?? child(level, 'AlternateContent', 'Fallback', 'numFmt');
  return plain?.attributes.val ?? 'decimal';
}
