import { Refusal } from '../reading';
import { tagEnd } from '../tagEnd';
import { decodeText } from './entities';

/** An element of a web page; names are lower case. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

export type HtmlNode = HtmlElement | string;

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Their content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp']);

/** Opening the first ends an open one of the second (HTML 13.1.2.4, optional tags). */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tbody: ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  tfoot: ['thead', 'tbody', 'tr', 'td', 'th'],
  thead: ['tbody', 'tr', 'td', 'th'],
  option: ['option'],
  rt: ['rt', 'rp', 'rb'],
  rp: ['rt', 'rp', 'rb'],
};
/** Opening one of these ends an open paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** An implied end never reaches beyond one of these. */
const FENCES = new Set(['table', 'ul', 'ol', 'dl', 'select', 'body', 'html', 'ruby']);

/** What a `<` may begin; anything else is text. */
const MARKUP = /<(?:(!--)|(!\[CDATA\[)|([!?])|(\/?)([a-zA-Z]))/g;

/** So often the end of a tag is looked for in vain; then the rest is text. Else each new `<` would search all of it. */
const MOST_UNCLOSED = 100;

/** The tree of a page, forgiving as browsers are. Throws a `Refusal` where elements nest deeper than `depth`. */
export function parseHtml(source: string, depth: number): HtmlElement {
  const builder = new Builder(depth);
  const scanner = new RegExp(MARKUP);
  let [at, unclosed] = [0, 0];
  for (let match = scanner.exec(source); match; match = scanner.exec(source)) {
    const read = readMarkup(source, match);
    if (!read && ++unclosed > MOST_UNCLOSED) break;
    if (!read) continue;
    builder.text(source.slice(at, match.index));
    at = read.tag ? builder.take(read.tag, source, read.end) : read.end;
    scanner.lastIndex = at;
  }
  builder.text(source.slice(at));
  return builder.root;
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: string;
}

/** The comment, declaration or tag at the match; undefined for a tag that never ends. */
function readMarkup(
  source: string,
  { index, 1: comment, 2: cdata, 3: declaration, 4: slash }: RegExpExecArray,
): { readonly end: number; readonly tag?: Tag } | undefined {
  if (comment) return { end: behind(source, '-->', index) };
  if (cdata) return { end: behind(source, ']]>', index) };
  if (declaration) return { end: behind(source, '>', index) };
  const isClosing = slash === '/';
  const close = isClosing ? source.indexOf('>', index) : tagEnd(source, index);
  if (close === undefined || close < 0) return undefined;
  const inside = source.slice(index + (isClosing ? 2 : 1), close);
  const name = /^[^\s/>]*/.exec(inside)?.[0] ?? '';
  const tag = { name: name.toLowerCase(), isClosing, attributes: inside.slice(name.length) };
  return { end: close + 1, tag };
}

function behind(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function endOfRaw(source: string, from: number, name: string): number {
  const found = new RegExp(`</${name}`, 'i').exec(source.slice(from));
  return found ? from + found.index : source.length;
}

class Builder {
  readonly root: HtmlElement = { name: '#root', attributes: {}, children: [] };
  private readonly open_: HtmlElement[] = [this.root];

  constructor(private readonly depth: number) {}

  /** Opens or closes; answers where reading goes on, which for a script is behind all of it. */
  take({ name, isClosing, attributes }: Tag, source: string, end: number): number {
    if (isClosing) this.close(name);
    else this.open(name, attributes);
    if (isClosing || !RAW.has(name)) return end;
    const rawEnd = endOfRaw(source, end, name);
    this.raw(source.slice(end, rawEnd));
    this.close(name);
    return rawEnd;
  }

  text(raw: string): void {
    if (raw !== '') this.current.children.push(decodeText(raw));
  }

  raw(text: string): void {
    this.current.children.push(this.current.name === 'textarea' ? decodeText(text) : text);
  }

  open(name: string, attributes: string): void {
    this.endImplied(name);
    const element = { name, attributes: attributesOf(attributes), children: [] };
    this.current.children.push(element);
    if (VOID.has(name) || attributes.trimEnd().endsWith('/')) return;
    if (this.open_.length > this.depth) throw new Refusal({ code: 'damaged', params: { why: 'depth' } });
    this.open_.push(element);
  }

  close(name: string): void {
    const at = this.open_.findLastIndex((element) => element.name === name);
    const fence = this.open_.findLastIndex((element) => element.name === 'table');
    if (at > 0 && (at >= fence || name === 'table')) this.open_.length = at;
  }

  private get current(): HtmlElement {
    return this.open_[this.open_.length - 1] ?? this.root;
  }

  private endImplied(name: string): void {
    const ends = [...(ENDS[name] ?? []), ...(BLOCKS.has(name) ? ['p'] : [])];
    if (ends.length === 0) return;
    for (let at = this.open_.length - 1; at > 0; at--) {
      const open = this.open_[at]?.name ?? '';
      if (FENCES.has(open)) return;
      if (ends.includes(open)) this.open_.length = at;
    }
  }
}

function attributesOf(raw: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of raw.matchAll(
    /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g,
  )) {
    found[name.toLowerCase()] ??= decodeText(double ?? single ?? bare ?? '');
  }
  return found;
}

export function isTag(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string';
}

/** All elements below with this name, outermost first; does not look inside one that was found. */
export function tagsBelow(element: HtmlElement, name: string): readonly HtmlElement[] {
  return element.children
    .filter(isTag)
    .flatMap((child) => (child.name === name ? [child] : tagsBelow(child, name)));
}
