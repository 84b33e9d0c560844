/** Stands in a published copy where something was left out. */
export const WITHHELD_SIGN = '【非公表】';
