/** Schemes that never leave the PC. Everything else, `file:` included, is refused. */
const local: ReadonlySet<string> = new Set(['app:', 'devtools:', 'blob:', 'data:']);

/** True when a request may proceed. */
export function isLocalAddress(address: string): boolean {
  return local.has(address.slice(0, address.indexOf(':') + 1).toLowerCase());
}
