/** Job process. */
export const kind = 'job';
