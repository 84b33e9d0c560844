import type { Path } from '../assessment/path';

const SCHEME = 'hyoka-item:';

/** Addresses of items inside a preview; they are in no file that is handed out. */
export const printLinks = {
  to: (path: Path): string => SCHEME + encodeURIComponent(path),
  /** The path behind an address; undefined for one of another kind. */
  from: (address: string): Path | undefined =>
    address.startsWith(SCHEME) ? decodeURIComponent(address.slice(SCHEME.length)) : undefined,
};
