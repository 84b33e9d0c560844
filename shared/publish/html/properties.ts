/** Author and subject as `writeHtml` puts them into the head of a page; blank where it has none. */
export function propertiesIn(html: string): { readonly author: string; readonly subject: string } {
  return { author: metaIn(html, 'author'), subject: metaIn(html, 'description') };
}

function metaIn(html: string, name: string): string {
  const head = html.slice(0, Math.max(0, html.indexOf('<style>')));
  const content = new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(head)?.[1] ?? '';
  return content.replace(/&(amp|lt|gt|quot);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
