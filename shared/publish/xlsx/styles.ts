import { SIZE } from '../model/measure';
import { SHADES } from '../model/shades';
import { element, XML_HEAD } from '../xml';

/** How a cell looks. Equal looks share one style of the workbook. */
export interface CellStyle {
  readonly font: keyof typeof FONTS;
  readonly shade?: keyof typeof SHADES;
  /** Sides with a line: t, r, b, l. */
  readonly lines: string;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'center';
  readonly vertical?: true;
  /** Text that Excel could take for a formula when it is edited. */
  readonly quoted?: true;
}

const MINCHO = 'ＭＳ 明朝';
const GOTHIC = 'ＭＳ ゴシック';

const FONTS = {
  /**
   * Of cells outside the form, and the measure of all columns: their widths count its digits. These are half a square
   * wide in every program; where ＭＳ 明朝 is not installed, its replacement has wider ones, and the sheet grows.
   */
  standard: { name: 'Times New Roman', size: SIZE.body, bold: false },
  body: { name: MINCHO, size: SIZE.body, bold: false },
  small: { name: MINCHO, size: SIZE.small, bold: false },
  risk: { name: GOTHIC, size: SIZE.body, bold: true },
  item: { name: GOTHIC, size: SIZE.item, bold: true },
  part: { name: GOTHIC, size: SIZE.part, bold: true },
  title: { name: GOTHIC, size: SIZE.title, bold: true },
} as const;

/** Sizes in half points. */
export const FONT_SIZES: Readonly<Record<CellStyle['font'], number>> = {
  standard: FONTS.standard.size,
  body: FONTS.body.size,
  small: FONTS.small.size,
  risk: FONTS.risk.size,
  item: FONTS.item.size,
  part: FONTS.part.size,
  title: FONTS.title.size,
};

const FONT_KEYS = Object.keys(FONTS) as (keyof typeof FONTS)[];
const SHADE_KEYS = Object.keys(SHADES) as (keyof typeof SHADES)[];
/** Excel wants these two fills first. */
const FIXED_FILLS = ['none', 'gray125'];

/** Collects the looks of a workbook; 0 is the plain style. */
export class StyleBook {
  private readonly styles = new Map<string, { readonly style: CellStyle; readonly index: number }>();
  private readonly borders: string[] = [''];

  index(style: CellStyle): number {
    const key = JSON.stringify([
      style.font,
      style.shade,
      style.lines,
      style.align,
      style.valign,
      style.vertical,
      style.quoted,
    ]);
    const known = this.styles.get(key);
    if (known) return known.index;
    const index = this.styles.size + 1;
    this.styles.set(key, { style, index });
    if (!this.borders.includes(style.lines)) this.borders.push(style.lines);
    return index;
  }

  /** xl/styles.xml */
  part(): string {
    const formats = [plainFormat(), ...[...this.styles.values()].map(({ style }) => this.format(style))];
    return `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list('fonts', FONT_KEYS.map(fontXml))}${list('fills', [...FIXED_FILLS.map(patternFill), ...SHADE_KEYS.map(shadeFill)])}${list('borders', this.borders.map(borderXml))}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', formats)}<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  private format(style: CellStyle): string {
    const alignment = element('alignment', {
      horizontal: style.align,
      vertical: style.valign,
      textRotation: style.vertical ? 255 : undefined,
      wrapText: style.vertical ? undefined : 1,
    });
    return element(
      'xf',
      {
        numFmtId: TEXT_FORMAT,
        fontId: FONT_KEYS.indexOf(style.font),
        fillId: style.shade ? FIXED_FILLS.length + SHADE_KEYS.indexOf(style.shade) : 0,
        borderId: this.borders.indexOf(style.lines),
        xfId: 0,
        quotePrefix: style.quoted ? 1 : undefined,
        applyNumberFormat: 1,
        applyFont: 1,
        applyFill: 1,
        applyBorder: 1,
        applyAlignment: 1,
      },
      alignment,
    );
  }
}

/** Excel's built-in format for text: what is typed stays as it is typed. */
const TEXT_FORMAT = 49;

function plainFormat(): string {
  return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
}

function list(name: string, items: readonly string[]): string {
  return element(name, { count: items.length }, items.join(''));
}

function fontXml(key: keyof typeof FONTS): string {
  const { name, size, bold } = FONTS[key];
  const family = element('family', { val: name === GOTHIC ? 3 : 1 });
  const charset = name === FONTS.standard.name ? '' : '<charset val="128"/>';
  return `<font>${bold ? '<b/>' : ''}${element('sz', { val: size / 2 })}${element('name', { val: name })}${family}${charset}</font>`;
}

function patternFill(patternType: string): string {
  return `<fill>${element('patternFill', { patternType })}</fill>`;
}

function shadeFill(key: keyof typeof SHADES): string {
  return `<fill><patternFill patternType="solid">${element('fgColor', { rgb: `FF${SHADES[key]}` })}<bgColor indexed="64"/></patternFill></fill>`;
}

const SIDES = [
  ['left', 'l'],
  ['right', 'r'],
  ['top', 't'],
  ['bottom', 'b'],
] as const;

function borderXml(lines: string): string {
  const sides = SIDES.map(([name, letter]) =>
    lines.includes(letter) ? `<${name} style="thin"><color auto="1"/></${name}>` : `<${name}/>`,
  );
  return `<border>${sides.join('')}<diagonal/></border>`;
}
