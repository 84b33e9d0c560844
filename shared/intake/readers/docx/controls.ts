import { TICKED, UNTICKED } from '../ticks';
import { child, descendants, elementsOf, type XmlElement } from '../xml/element';
import type { DocumentContext } from './story';
import { isOn, type Styles } from './styles';

/**
 * The text of a content control (`w:sdt`) that is not simply its content: a box that can be ticked, or nothing
 * while it shows its placeholder, which is reported. Undefined where the content itself is the text.
 */
export function controlText(control: XmlElement, { notices, styles }: DocumentContext): string | undefined {
  const properties = child(control, 'sdtPr');
  const box = child(properties, 'checkbox');
  if (box) return tick(isOn(child(box, 'checked')));
  if (!isOn(child(properties, 'showingPlcHdr'))) return undefined;
  if (!isPlaceholder(child(control, 'sdtContent'), styles)) return undefined;
  notices.add('placeholder');
  return '';
}

/**
 * Whether all text of a control has the style of placeholders: programs that fill controls in leave the mark of the
 * placeholder where it was.
 */
function isPlaceholder(content: XmlElement | undefined, styles: Styles): boolean {
  const runs = content ? descendants(content, 'r').filter((run) => descendants(run, 't').length > 0) : [];
  return runs.every((run) => styles.isPlaceholder(child(run, 'rPr', 'rStyle')?.attributes.val ?? ''));
}

/** The text of a form field of Word 97–2003 that has no result of its own; '' for all others. */
export function formFieldText(fieldChar: XmlElement): string {
  const data = child(fieldChar, 'ffData');
  const box = child(data, 'checkBox');
  if (box) return tick(isOn(child(box, 'checked') ?? child(box, 'default')));
  return listChoice(child(data, 'ddList'));
}

function listChoice(list: XmlElement | undefined): string {
  if (!list) return '';
  const chosen = Number((child(list, 'result') ?? child(list, 'default'))?.attributes.val ?? 0);
  return elementsOf(list, 'listEntry')[chosen]?.attributes.val ?? '';
}

/** The caption and state of an ActiveX check box whose properties are kept as XML; undefined for all else. */
export function activeXTick(root: XmlElement): string | undefined {
  const properties = new Map(
    descendants(root, 'ocxPr').map(({ attributes }) => [attributes.name, attributes.value]),
  );
  if (!properties.has('Value')) return undefined;
  return (
    tick(['1', '-1', 'True', 'true'].includes(properties.get('Value') ?? '')) +
    (properties.get('Caption') ?? '')
  );
}

function tick(checked: boolean): string {
  return checked ? TICKED : UNTICKED;
}
