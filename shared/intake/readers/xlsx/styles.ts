import { child, descendants, elementsOf, type XmlElement } from '../xml/element';
import { containerOf } from '../zip/package';
import { PLAIN, type CellStyle } from '../sheets/cell';
import { isStruck } from './strings';
import { builtInFormat } from '../sheets/formats/builtIn';
import { numberFormat } from '../sheets/numberFormat';

/** Styles by the index that cells name. `root`: of `xl/styles.xml`. */
export function readCellStyles(root: XmlElement | undefined): (index: number) => CellStyle {
  const formats = new Map(
    containerOf(root, 'numFmts').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  );
  const fontElements = containerOf(root, 'fonts');
  const fonts = fontElements.map((font) => child(font, 'name')?.attributes.val);
  const struck = fontElements.map(isStruck);
  const fills = containerOf(root, 'fills').map(isShade);
  const borders = containerOf(root, 'borders').map(isFrame);
  const styles = elementsOf(child(root, 'cellXfs'), 'xf').map((xf): CellStyle => {
    const id = (name: string) => Number(xf.attributes[name] ?? 0);
    return {
      format: numberFormat(formats.get(id('numFmtId')) ?? builtInFormat(id('numFmtId'))),
      font: fonts[id('fontId')],
      shaded: fills[id('fillId')] ?? false,
      framed: borders[id('borderId')] ?? false,
      struck: struck[id('fontId')] ?? false,
      tickBox: descendants(xf, 'xfComplement').length > 0,
    };
  });
  return (index) => styles[index] ?? PLAIN;
}

/** A filled pattern whose colour is not white. */
function isShade(fill: XmlElement): boolean {
  const pattern = child(fill, 'patternFill');
  const kind = pattern?.attributes.patternType ?? 'none';
  if (kind === 'none') return child(fill, 'gradientFill') !== undefined;
  return kind !== 'solid' || !isWhite(child(pattern, 'fgColor'));
}

function isWhite(colour: XmlElement | undefined): boolean {
  const { rgb, theme, tint, indexed } = colour?.attributes ?? {};
  if (rgb !== undefined) return /^(..)?FFFFFF$/i.test(rgb);
  if (theme !== undefined) return theme === '0' && Number(tint ?? 0) === 0;
  return indexed === undefined || ['1', '9', '65'].includes(indexed);
}

const SIDES = ['left', 'right', 'top', 'bottom'];

function isFrame(border: XmlElement): boolean {
  return SIDES.every((side) => (child(border, side)?.attributes.style ?? 'none') !== 'none');
}
