import { CHOSEN, NOT_CHOSEN, TICKED, UNTICKED } from '../ticks';
import { isTag, tagsBelow, type HtmlElement, type HtmlNode } from './parse';

/** What a page says about white space: elements in which it stays (`white-space: pre…` in its style sheet). */
export type Kept = ReadonlySet<string>;

/** The elements that the style sheets of a page name alone with `white-space: pre`, `pre-wrap` or `break-spaces`. */
export function keptBySheets(root: HtmlElement): Kept {
  const sheets = tagsBelow(root, 'style').map(ownText);
  const rules = sheets.flatMap((sheet) => [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]);
  const names = rules
    .filter(([, , body = '']) => KEEPS.test(body))
    .flatMap(([, selectors = '']) => selectors.split(',').map((selector) => selector.trim()));
  return new Set(['pre', 'textarea', 'xmp', ...names.filter((selector) => /^[a-z0-9]+$/.test(selector))]);
}

const KEEPS = /white-space\s*:\s*(pre|pre-wrap|break-spaces)\b/;

/** Whether white space stays in this element. */
export function keepsSpace({ name, attributes }: HtmlElement, kept: Kept, around: boolean): boolean {
  const style = attributes.style ?? '';
  if (KEEPS.test(style)) return true;
  if (/white-space\s*:\s*(normal|nowrap)/.test(style)) return false;
  return around || kept.has(name);
}

/** Not printed by a browser. */
export function isHidden({ name, attributes }: HtmlElement): boolean {
  return (
    UNSHOWN.has(name) ||
    'hidden' in attributes ||
    /display\s*:\s*none|visibility\s*:\s*hidden/.test(attributes.style ?? '')
  );
}

const UNSHOWN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'rt',
  'rp',
  'del',
  's',
  'strike',
  'object',
  'iframe',
  'svg',
  'canvas',
]);

/** Elements that stand in a line of text. */
export function inlineText(node: HtmlNode, kept: Kept, keep: boolean): string {
  if (!isTag(node)) return keep ? node : node.replace(/[ \t\r\n\f]+/g, ' ');
  if (isHidden(node)) return '';
  const special = SPECIAL[node.name];
  if (special) return special(node);
  const inside = keepsSpace(node, kept, keep);
  return node.children.map((child) => inlineText(child, kept, inside)).join('');
}

const SPECIAL: Readonly<Record<string, (element: HtmlElement) => string>> = {
  br: () => '\n',
  input: inputText,
  select: chosenOption,
  wbr: () => '',
  img: () => '',
};

function inputText({ attributes }: HtmlElement): string {
  const checked = 'checked' in attributes;
  const type = (attributes.type ?? 'text').toLowerCase();
  switch (type) {
    case 'checkbox':
      return checked ? TICKED : UNTICKED;
    case 'radio':
      return checked ? CHOSEN : NOT_CHOSEN;
    default:
      return VALUELESS.has(type) ? '' : (attributes.value ?? '');
  }
}

/** Types of inputs whose value is no text of the page (HTML 4.10.5.1); an unknown type is a text. */
const VALUELESS = new Set([
  'hidden',
  'password',
  'file',
  'image',
  'color',
  'range',
  'submit',
  'reset',
  'button',
]);

function ownText({ children }: HtmlElement): string {
  return children.map((node) => (isTag(node) ? '' : node)).join('');
}

function chosenOption(element: HtmlElement): string {
  const options = tagsBelow(element, 'option');
  const chosen = options.filter(({ attributes }) => 'selected' in attributes);
  const shown = 'multiple' in element.attributes ? chosen : [chosen.at(-1) ?? options[0]];
  return shown.map((option) => (option ? ownText(option).trim() : '')).join('\n');
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** Lines as a browser shows them: blanks at their ends gone, a break of the source between two Japanese characters too. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/(.) (?=(.))/gu, (whole, before: string, after: string) =>
      WIDE.test(before) && WIDE.test(after) ? before : whole,
    );
}
