import type { Level, List } from '../word/numbering';
import { child, elementsOf, type XmlElement } from '../xml/element';

/** `root`: of `word/numbering.xml`; undefined where the document has no lists. */
export function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
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
