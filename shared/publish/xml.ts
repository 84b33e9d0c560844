/** Replaces a character that cannot be written in XML. */
export const REPLACEMENT = '\ufffd';

/** The characters that XML 1.0 forbids: most control characters, and halves of surrogate pairs that are alone. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text for element content and attributes in double quotes. Control characters and halves of pairs become U+FFFD. */
export function escapeXml(text: string): string {
  return writable(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** The text as XML can hold it. */
export function writable(text: string): string {
  return text.replace(FORBIDDEN, REPLACEMENT);
}

/** Characters of the text that XML cannot hold, in order of appearance. */
export function unwritableIn(text: string): readonly string[] {
  return text.match(FORBIDDEN) ?? [];
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
