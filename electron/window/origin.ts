/** The one scheme and host that our pages have. */
export const scheme = 'app';
export const origin = `${scheme}://hyoka`;

/** Address of the window's page. */
export const startPage = `${origin}/index.html`;

/** True for the application's own page: not for help pages, printed documents or anything foreign. */
export function isAppPage(address: string): boolean {
  const url = parse(address);
  return url !== null && `${url.protocol}//${url.host}${url.pathname}` === startPage;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
