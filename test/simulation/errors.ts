/** What the system may answer to a call. */
export const ERRORS = [
  'EIO',
  'ENOSPC',
  'EDQUOT',
  'EBUSY',
  'EACCES',
  'EPERM',
  'ESTALE',
  'ETIMEDOUT',
  'EMFILE',
  'EHOSTDOWN',
] as const;
