import { randomBytes } from 'node:crypto';

/** An id that no other thing has. */
export const newId = (): string => randomBytes(8).toString('hex');
