/** Where the share is mounted on every PC. */
export const SHARE = '/share';

/** 2026-04-01, 00:00 UTC: when the stories begin. */
export const EPOCH = Date.UTC(2026, 3, 1);
