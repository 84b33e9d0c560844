import { randomUUID } from 'node:crypto';
import { origin } from './origin';

const pages = new Map<string, string>();

/** A page of HTML kept in memory under an address of our own scheme. */
export interface HeldPage {
  readonly address: string;
  release(): void;
}

/** Holds a rendered document until it is released; a document never has to be written to disk to be shown. */
export function holdPage(html: string): HeldPage {
  const path = `/print/${randomUUID()}`;
  pages.set(path, html);
  return { address: origin + path, release: () => void pages.delete(path) };
}

/** The page held under a path, if any. */
export const heldPage = (path: string): string | undefined => pages.get(path);
