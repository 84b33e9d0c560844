import { isSymbolFont, symbolText } from '../symbols';
import { formatNumber } from './numberFormats';

export interface Level {
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

export interface List {
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
  private readonly counters = new Map<string, (number | undefined)[]>();

  /** `lists`: by the name that places refer to. */
  constructor(private readonly lists: ReadonlyMap<string, List>) {}

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
