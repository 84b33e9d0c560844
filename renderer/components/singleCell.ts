/**
 * The text of one cell copied from a spreadsheet or a table; undefined for everything else. Programs write such a cell
 * with a line break behind it and, where it has several lines, in quotes: neither is part of what the cell says.
 */
export function singleCellText(text: string, html: string): string | undefined {
  if (!/<table[\s>]/i.test(html) || html.match(/<t[dh][\s>]/gi)?.length !== 1) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const quoted = /^"((?:[^"]|"")*)"$/.exec(lines)?.[1];
  return quoted?.includes('\n') ? quoted.replaceAll('""', '"') : lines;
}
