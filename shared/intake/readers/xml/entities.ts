const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and character references; anything else stays as written. Decodes once. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, name: string) =>
    name.startsWith('#') ? (characterOf(name) ?? whole) : (NAMED[name] ?? whole),
  );
}

function characterOf(reference: string): string | undefined {
  const hexadecimal = reference[1] === 'x';
  const code = parseInt(reference.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}
