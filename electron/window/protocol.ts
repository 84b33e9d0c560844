import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { filePath } from './file-path';
import { documentPolicy, windowPolicy } from './policy';
import { heldPage } from './pages';
import { scheme } from './origin';

/** Must run before the program is ready: gives our scheme the rights of a secure origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

/** Serves our scheme in a session: the window's files, resources, and pages held in memory for printing. */
export function serve(session: Session): void {
  session.protocol.handle(scheme, (request) => answer(new URL(request.url)));
}

async function answer(url: URL): Promise<Response> {
  const held = heldPage(url.pathname);
  if (held) return page(held);
  const path = filePath(decodeURIComponent(url.pathname));
  if (path === null || url.host !== 'hyoka') return notFound();
  return readFile(path).then((bytes) => file(path, bytes), notFound);
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

function file(path: string, bytes: Uint8Array<ArrayBuffer>): Response {
  const headers = {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': windowPolicy,
    'x-content-type-options': 'nosniff',
    // Printed pages stand in a sandbox without an origin and still need the fonts.
    ...(path.endsWith('.ttf') && { 'access-control-allow-origin': '*' }),
  };
  return new Response(bytes, { headers });
}

function page(html: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': documentPolicy };
  return new Response(html, { headers });
}

const notFound = () => new Response(null, { status: 404 });
