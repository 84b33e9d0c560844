import type { Session } from 'electron';
import { logInfo } from '../log';

/** Schemes that never leave the PC. Everything else, `file:` included, is refused. */
const local: ReadonlySet<string> = new Set(['app:', 'devtools:', 'blob:', 'data:']);

/** True when a request may proceed. */
export function staysHere(address: string): boolean {
  return local.has(address.slice(0, address.indexOf(':') + 1).toLowerCase());
}

/** Cancels every request that would leave the program, and notes its scheme and host in the log, where the tests look for it. */
export function cutOff(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, callback) => {
    const cancel = !staysHere(details.url);
    if (cancel) noteRefused(details.url);
    callback({ cancel });
  });
  // A second wall for requests that Chromium makes on its own: they meet a proxy that does not exist.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

function noteRefused(address: string): void {
  const place = address.split('/').slice(0, 3).join('/');
  logInfo(`refused a request to ${place}`);
}
