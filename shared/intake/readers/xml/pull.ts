import { tagEnd } from '../tagEnd';
import { decodeEntities } from './entities';

/**
 * A pull parser for the XML of office files. Reads as far as it can: unclosed elements end with the text,
 * stray end tags are skipped. A document type declaration is skipped whole, so entities beyond the five
 * of XML and character references stay as they are written: nothing can multiply.
 *
 * Names of elements and attributes come without their prefix, since producers choose prefixes freely.
 */
export class XmlPull {
  /** What `next` has found. */
  kind: 'open' | 'close' | 'text' | 'end' = 'end';
  name = '';
  text = '';
  /** Of `open`: written as `<a/>`; no `close` follows. */
  selfClosing = false;
  /** Something was not well-formed. */
  damaged = false;
  private at = 0;
  private rawAttributes = '';

  constructor(private readonly source: string) {}

  next(): this['kind'] {
    for (;;) {
      if (this.at >= this.source.length) return (this.kind = 'end');
      if (this.source.charCodeAt(this.at) !== LESS) return this.readText();
      const kind = this.readMarkup();
      if (kind) return (this.kind = kind);
    }
  }

  attributes(): Attributes {
    return this.rawAttributes === '' ? NONE : parseAttributes(this.rawAttributes);
  }

  private readText(): 'text' {
    const end = this.source.indexOf('<', this.at);
    const stop = end < 0 ? this.source.length : end;
    this.text = decodeEntities(this.source.slice(this.at, stop));
    this.at = stop;
    return (this.kind = 'text');
  }

  private readMarkup(): 'open' | 'close' | 'text' | undefined {
    switch (this.source.charCodeAt(this.at + 1)) {
      case SLASH:
        return this.readClose();
      case EXCLAMATION:
        return this.readDeclaration();
      case QUESTION:
        this.skipTo('?>');
        return undefined;
      default:
        return this.readOpen();
    }
  }

  private readClose(): 'close' {
    const end = this.find('>', this.at);
    this.name = localName(this.source.slice(this.at + 2, end).trim());
    this.at = end + 1;
    return 'close';
  }

  private readDeclaration(): 'text' | undefined {
    if (this.source.startsWith('<![CDATA[', this.at)) return this.readCdata();
    if (this.source.startsWith('<!--', this.at)) this.skipTo('-->');
    else this.skipDoctype();
    return undefined;
  }

  private readCdata(): 'text' {
    const end = this.find(']]>', this.at);
    this.text = this.source.slice(this.at + 9, end);
    this.at = end + 3;
    return 'text';
  }

  /** A declaration with an internal subset ends behind `]>`. */
  private skipDoctype(): void {
    const bracket = this.source.indexOf('[', this.at);
    const close = this.source.indexOf('>', this.at);
    this.skipTo(bracket >= 0 && bracket < close ? ']>' : '>');
  }

  private readOpen(): 'open' {
    const end = this.endOfTag();
    this.selfClosing = this.source.charCodeAt(end - 1) === SLASH;
    const inside = this.source.slice(this.at + 1, this.selfClosing ? end - 1 : end);
    const space = inside.search(/\s/);
    this.name = localName(space < 0 ? inside : inside.slice(0, space));
    this.rawAttributes = space < 0 ? '' : inside.slice(space);
    this.at = end + 1;
    return 'open';
  }

  private endOfTag(): number {
    const end = tagEnd(this.source, this.at);
    this.damaged ||= end === undefined;
    return end ?? this.source.length;
  }

  private skipTo(mark: string): void {
    this.at = this.find(mark, this.at) + mark.length;
  }

  private find(mark: string, from: number): number {
    const found = this.source.indexOf(mark, from);
    if (found >= 0) return found;
    this.damaged = true;
    return this.source.length;
  }
}

export type Attributes = Readonly<Record<string, string | undefined>>;

const NONE: Attributes = {};
const [LESS, SLASH, EXCLAMATION, QUESTION] = [60, 47, 33, 63];

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A name begins where the one before has ended: so each character is looked at once. */
const ATTRIBUTE = /(?<=^|[\s"'])([^\s="'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function parseAttributes(raw: string): Attributes {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of raw.matchAll(ATTRIBUTE)) {
    found[localName(name)] = decodeEntities(double ?? single ?? '');
  }
  return found;
}
