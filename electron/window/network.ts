import type { Session } from 'electron';
import { logInfo } from '../log';
import { isLocalAddress } from './schemes';

/** Cancels every request that would leave the program, and notes its scheme and host in the log, where the tests look for it. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, callback) => {
    const cancel = !isLocalAddress(details.url);
    if (cancel) logRefusal(details.url);
    callback({ cancel });
  });
  // A second wall for requests that Chromium makes on its own: they meet a proxy that does not exist.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

function logRefusal(address: string): void {
  const place = address.split('/').slice(0, 3).join('/');
  logInfo(`refused a request to ${place}`);
}
